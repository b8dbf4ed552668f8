package org.penguinfit.fits.bench;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.polynomial.PiecewisePolynomial;
import org.penguinfit.core.toy.DataModel;
import org.penguinfit.fits.bench.LikelihoodProblem.Gaussian;
import org.penguinfit.fits.bench.LikelihoodProblem.Limit;
import org.penguinfit.fits.bench.LikelihoodProblem.Observable;
import org.penguinfit.fits.bench.LikelihoodProblem.Quadratic;
import org.penguinfit.fits.bench.LikelihoodProblem.Shift;

/** A problem by plain loops over its layout: slow, short, and independent of the engine. */
final class ReferenceModel implements BenchModel, DataModel {
    private final LikelihoodProblem problem;
    private final double[] observed;

    ReferenceModel(LikelihoodProblem problem) {
        this.problem = problem;
        this.observed = new double[problem.dataSize()];
        int at = 0;
        for (Gaussian block : problem.gaussians()) {
            System.arraycopy(
                    block.data().toArray(), 0, observed, at, block.data().size());
            at += block.data().size();
        }
    }

    @Override
    public DataModel data() {
        return this;
    }

    @Override
    public Optional<PiecewisePolynomial> slice() {
        return Optional.empty();
    }

    @Override
    public ParameterSet parameters() {
        return problem.parameterSet();
    }

    @Override
    public int dataSize() {
        return observed.length;
    }

    @Override
    public void observed(double[] data) {
        System.arraycopy(observed, 0, data, 0, observed.length);
    }

    @Override
    public void asimov(double[] theta, double[] data) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void draw(double[] theta, UniformRandomProvider random, double[] data) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Objective objective() {
        return new Loops();
    }

    private final class Loops implements Objective {
        private final int n = problem.parameters().size();
        private final int m = problem.observables().size();
        private final double[] mu = new double[m];
        private final double[] jacobian = new double[m * n];
        private final double[] hessians = new double[m * n * n];

        /** ½ ∂χ²/∂μ. */
        private final double[] force = new double[m];

        /** ½ ∂²χ²/∂μ∂μ; does not depend on θ but for limits. */
        private final double[] precision = new double[m * m];

        private double[] data = observed.clone();

        @Override
        public void useData(double[] newData) {
            data = newData.clone();
        }

        @Override
        public double value(double[] theta) {
            return valueGradientAndHessian(theta, new double[n], new double[n * n]);
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            return valueGradientAndHessian(theta, gradient, new double[n * n]);
        }

        @Override
        public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
            Arrays.fill(jacobian, 0);
            Arrays.fill(hessians, 0);
            for (int k = 0; k < m; k++) {
                predict(k, theta);
            }
            double value = terms();
            Arrays.fill(gradient, 0);
            Arrays.fill(hessian, 0);
            for (int i = 0; i < n; i++) {
                Optional<LikelihoodProblem.Constraint> constraint =
                        problem.parameters().get(i).constraint();
                if (constraint.isPresent()) {
                    double sigma = constraint.get().sigma();
                    double pull = (theta[i] - constraint.get().mean()) / sigma;
                    value += pull * pull;
                    gradient[i] += 2 * pull / sigma;
                    hessian[i * n + i] += 2 / (sigma * sigma);
                }
            }
            chain(gradient, hessian);
            return value;
        }

        private void chain(double[] gradient, double[] hessian) {
            double[] forward = new double[m * n];
            for (int k = 0; k < m; k++) {
                for (int i = 0; i < n; i++) {
                    gradient[i] += 2 * force[k] * jacobian[k * n + i];
                }
                for (int l = 0; l < m; l++) {
                    double p = precision[k * m + l];
                    for (int i = 0; p != 0 && i < n; i++) {
                        forward[k * n + i] += p * jacobian[l * n + i];
                    }
                }
            }
            for (int k = 0; k < m; k++) {
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        hessian[i * n + j] += 2 * jacobian[k * n + i] * forward[k * n + j]
                                + 2 * force[k] * hessians[(k * n + i) * n + j];
                    }
                }
            }
        }

        private void predict(int k, double[] theta) {
            Observable observable = problem.observables().get(k);
            mu[k] = add(k, observable, observable.central(), 1, theta, -1);
            for (Shift shift : observable.shifts()) {
                double nu = theta[shift.parameter()];
                mu[k] += nu * add(k, observable, shift.change(), nu, theta, shift.parameter());
            }
        }

        /** The value of a polynomial; adds its derivatives times a factor, and those by a nuisance parameter. */
        private double add(int k, Observable o, Quadratic p, double factor, double[] theta, int nuisance) {
            double value = p.constant();
            int at = 0;
            for (int a = 0; a < o.interest().size(); a++) {
                int i = o.interest().get(a);
                double slope = p.linear().get(a);
                value += slope * theta[i];
                derivative(k, i, slope, factor, nuisance);
                for (int b = a; b < o.interest().size(); b++) {
                    int j = o.interest().get(b);
                    double q = p.quadratic().get(at++);
                    value += q * theta[i] * theta[j];
                    derivative(k, i, q * theta[j], factor, nuisance);
                    derivative(k, j, q * theta[i], factor, nuisance);
                    hessians[(k * n + i) * n + j] += factor * q;
                    hessians[(k * n + j) * n + i] += factor * q;
                }
            }
            if (nuisance >= 0) {
                jacobian[k * n + nuisance] += value;
            }
            return value;
        }

        private void derivative(int k, int i, double slope, double factor, int nuisance) {
            jacobian[k * n + i] += factor * slope;
            if (nuisance >= 0) {
                hessians[(k * n + i) * n + nuisance] += slope;
                hessians[(k * n + nuisance) * n + i] += slope;
            }
        }

        private double terms() {
            Arrays.fill(force, 0);
            Arrays.fill(precision, 0);
            double value = 0;
            int at = 0;
            for (int g = 0; g < problem.gaussians().size(); g++) {
                Gaussian block = problem.gaussians().get(g);
                double[] inverse = inverses[g];
                int size = block.data().size();
                for (int a = 0; a < size; a++) {
                    int k = block.observables().get(a);
                    for (int b = 0; b < size; b++) {
                        int l = block.observables().get(b);
                        precision[k * m + l] += inverse[a * size + b];
                        force[k] += inverse[a * size + b] * (mu[l] - data[at + b]);
                    }
                    value += force[k] * (mu[k] - data[at + a]);
                }
                at += size;
            }
            for (Limit limit : problem.limits()) {
                int k = limit.observable();
                double above = Math.max(0, mu[k] - limit.center()) / limit.sigma();
                value += above * above;
                force[k] += above / limit.sigma();
                precision[k * m + k] += above > 0 ? 1 / (limit.sigma() * limit.sigma()) : 0;
            }
            return value;
        }

        private final double[][] inverses = problem.gaussians().stream()
                .map(block -> inverse(block.covariance().toArray(), block.data().size()))
                .toArray(double[][]::new);
    }

    /** Gauss–Jordan elimination without pivots, which a positive definite matrix does not need. */
    private static double[] inverse(double[] matrix, int size) {
        double[] a = matrix.clone();
        for (int p = 0; p < size; p++) {
            double pivot = 1 / a[p * size + p];
            a[p * size + p] = 1;
            for (int j = 0; j < size; j++) {
                a[p * size + j] *= pivot;
            }
            for (int i = 0; i < size; i++) {
                if (i != p) {
                    double factor = a[i * size + p];
                    a[i * size + p] = 0;
                    for (int j = 0; j < size; j++) {
                        a[i * size + j] -= factor * a[p * size + j];
                    }
                }
            }
        }
        return a;
    }
}
