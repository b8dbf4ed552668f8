package org.penguinfit.likelihoods;

import org.penguinfit.core.objective.LeastSquaresObjective;

/** −2 ln L whose parts all are sums of squares. */
final class CompiledLeastSquares extends CompiledObjective implements LeastSquaresObjective {
    private static final double[] NONE = {};

    private final int count;

    CompiledLeastSquares(Part[] parts, int parameterCount) {
        super(parts, parameterCount);
        int sum = 0;
        for (Part part : parts) {
            sum += part.residualCount();
        }
        this.count = sum;
    }

    @Override
    public int residualCount() {
        return count;
    }

    @Override
    public void residuals(double[] theta, double[] residuals) {
        residualsAndJacobian(theta, residuals, NONE);
    }

    @Override
    public void residualsAndJacobian(double[] theta, double[] residuals, double[] jacobian) {
        int at = 0;
        for (Part part : parts) {
            part.residuals(theta, residuals, jacobian, at);
            at += part.residualCount();
        }
    }
}
