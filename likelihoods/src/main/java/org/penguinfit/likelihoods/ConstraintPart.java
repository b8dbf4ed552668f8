package org.penguinfit.likelihoods;

import java.util.Arrays;
import java.util.List;

/** The constraints on parameters. */
final class ConstraintPart implements Part {
    private final List<ParameterConstraint> constraints;
    private final int firstDatum;
    private final int n;
    private final int[] parameters;
    private final double[] sigmas;
    private final double[] centrals;

    /**
     * All constraints.
     *
     * @param firstDatum position of the first central value among all data
     */
    ConstraintPart(List<ParameterConstraint> constraints, int firstDatum, int parameterCount) {
        this.constraints = constraints;
        this.firstDatum = firstDatum;
        this.n = parameterCount;
        this.parameters = new int[constraints.size()];
        this.sigmas = new double[parameters.length];
        this.centrals = new double[parameters.length];
        for (int k = 0; k < parameters.length; k++) {
            parameters[k] = constraints.get(k).parameter();
            sigmas[k] = constraints.get(k).sigma();
        }
    }

    @Override
    public Part another() {
        return new ConstraintPart(constraints, firstDatum, n);
    }

    @Override
    public void useData(double[] data) {
        System.arraycopy(data, firstDatum, centrals, 0, centrals.length);
    }

    private double pull(double[] theta, int k) {
        return (theta[parameters[k]] - centrals[k]) / sigmas[k];
    }

    @Override
    public double value(double[] theta) {
        double sum = 0;
        for (int k = 0; k < parameters.length; k++) {
            double pull = pull(theta, k);
            sum += pull * pull;
        }
        return sum;
    }

    @Override
    public double addGradient(double[] theta, double[] gradient) {
        for (int k = 0; k < parameters.length; k++) {
            gradient[parameters[k]] += 2 * pull(theta, k) / sigmas[k];
        }
        return value(theta);
    }

    @Override
    public double addHessian(double[] theta, double[] gradient, double[] hessian) {
        addGaussNewton(theta, hessian);
        return addGradient(theta, gradient);
    }

    @Override
    public void addGaussNewton(double[] theta, double[] hessian) {
        for (int k = 0; k < parameters.length; k++) {
            hessian[parameters[k] * n + parameters[k]] += 2 / sigmas[k] / sigmas[k];
        }
    }

    @Override
    public int residualCount() {
        return parameters.length;
    }

    @Override
    public void residuals(double[] theta, double[] residuals, double[] jacobian, int at) {
        for (int k = 0; k < parameters.length; k++) {
            residuals[at + k] = pull(theta, k);
            if (jacobian.length > 0) {
                Arrays.fill(jacobian, (at + k) * n, (at + k + 1) * n, 0);
                jacobian[(at + k) * n + parameters[k]] = 1 / sigmas[k];
            }
        }
    }
}
