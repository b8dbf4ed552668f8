package org.penguinfit.likelihoods;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.objective.GaussNewtonObjective;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.likelihoods.expression.PredictionVector;
import org.penguinfit.likelihoods.term.LikelihoodTerm;

/**
 * −2 ln L of a {@link Likelihood} with exact gradient and Hessian, by the chain rule through the predictions term by term:
 * slow and plain, what {@link CompiledObjective} is compared with. Owns its scratch space: one thread at a time.
 */
final class PlainObjective implements TwiceDifferentiableObjective, GaussNewtonObjective {
    private final BoundTerm[] terms;
    private final ParameterConstraint[] constraints;
    private final PredictionVector.Evaluator evaluator;
    private final int n;
    private final double[] mu;
    private final double[] jacobian;
    private final double[] curvatures;
    private final double[][] termMu;
    private final double[][] termGradient;
    private final double[][] termHessian;
    private final int[][] termIndex;

    PlainObjective(Likelihood likelihood, PredictionVector.Evaluator evaluator) {
        List<BoundTerm> bound = likelihood.terms();
        this.terms = bound.toArray(new BoundTerm[0]);
        this.constraints = likelihood.constraints().toArray(new ParameterConstraint[0]);
        this.evaluator = evaluator;
        this.n = likelihood.parameters().size();
        int m = likelihood.observables().size();
        this.mu = new double[m];
        this.jacobian = new double[m * n];
        this.curvatures = new double[m * n * n];
        this.termMu = new double[terms.length][];
        this.termGradient = new double[terms.length][];
        this.termHessian = new double[terms.length][];
        this.termIndex = new int[terms.length][];
        for (int t = 0; t < terms.length; t++) {
            int d = terms[t].term().dimension();
            termMu[t] = new double[d];
            termGradient[t] = new double[d];
            termHessian[t] = new double[d * d];
            termIndex[t] =
                    terms[t].predictions().stream().mapToInt(Integer::intValue).toArray();
        }
    }

    @Override
    public double value(double[] theta) {
        evaluator.values(theta, mu);
        double sum = constraintValue(theta);
        for (int t = 0; t < terms.length; t++) {
            gather(t);
            sum += terms[t].term().value(termMu[t]);
        }
        return sum;
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        evaluator.valuesAndGradients(theta, mu, jacobian);
        Arrays.fill(gradient, 0);
        double sum = constraintValue(theta);
        for (int t = 0; t < terms.length; t++) {
            sum += term(t);
            addGradient(t, gradient);
        }
        addConstraints(theta, gradient, null);
        return sum;
    }

    @Override
    public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
        evaluator.valuesGradientsAndHessians(theta, mu, jacobian, curvatures);
        Arrays.fill(gradient, 0);
        Arrays.fill(hessian, 0);
        double sum = constraintValue(theta);
        for (int t = 0; t < terms.length; t++) {
            sum += term(t);
            addGradient(t, gradient);
            addCurvature(t, hessian, false);
            addPredictionCurvature(t, hessian);
        }
        addConstraints(theta, gradient, hessian);
        return sum;
    }

    /** Jᵀ H_term J without the curvature of the predictions, negative curvatures of single terms left out. */
    @Override
    public void gaussNewtonHessian(double[] theta, double[] hessian) {
        evaluator.valuesAndGradients(theta, mu, jacobian);
        Arrays.fill(hessian, 0);
        for (int t = 0; t < terms.length; t++) {
            term(t);
            addCurvature(t, hessian, true);
        }
        addConstraints(theta, null, hessian);
    }

    private void gather(int t) {
        int[] index = termIndex[t];
        for (int k = 0; k < index.length; k++) {
            termMu[t][k] = mu[index[k]];
        }
    }

    private double term(int t) {
        gather(t);
        LikelihoodTerm term = terms[t].term();
        return term.valueGradientAndHessian(termMu[t], termGradient[t], termHessian[t]);
    }

    private void addGradient(int t, double[] gradient) {
        for (int k = 0; k < termIndex[t].length; k++) {
            double weight = termGradient[t][k];
            int row = termIndex[t][k] * n;
            for (int i = 0; i < n; i++) {
                gradient[i] += weight * jacobian[row + i];
            }
        }
    }

    private void addCurvature(int t, double[] hessian, boolean onlyPositive) {
        int d = termIndex[t].length;
        for (int k = 0; k < d; k++) {
            for (int l = 0; l < d; l++) {
                double weight = termHessian[t][k * d + l];
                if (weight == 0 || (onlyPositive && d == 1 && weight < 0)) {
                    continue;
                }
                int rowK = termIndex[t][k] * n;
                int rowL = termIndex[t][l] * n;
                for (int i = 0; i < n; i++) {
                    double left = weight * jacobian[rowK + i];
                    for (int j = 0; j < n; j++) {
                        hessian[i * n + j] += left * jacobian[rowL + j];
                    }
                }
            }
        }
    }

    private void addPredictionCurvature(int t, double[] hessian) {
        for (int k = 0; k < termIndex[t].length; k++) {
            double weight = termGradient[t][k];
            int block = termIndex[t][k] * n * n;
            for (int i = 0; i < n * n; i++) {
                hessian[i] += weight * curvatures[block + i];
            }
        }
    }

    private double constraintValue(double[] theta) {
        double sum = 0;
        for (ParameterConstraint c : constraints) {
            double pull = (theta[c.parameter()] - c.central()) / c.sigma();
            sum += pull * pull;
        }
        return sum;
    }

    private void addConstraints(double[] theta, double @Nullable [] gradient, double @Nullable [] hessian) {
        for (ParameterConstraint c : constraints) {
            double weight = 2 / (c.sigma() * c.sigma());
            if (gradient != null) {
                gradient[c.parameter()] += weight * (theta[c.parameter()] - c.central());
            }
            if (hessian != null) {
                hessian[c.parameter() * n + c.parameter()] += weight;
            }
        }
    }
}
