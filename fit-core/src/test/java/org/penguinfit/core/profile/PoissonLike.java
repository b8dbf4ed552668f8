package org.penguinfit.core.profile;

import org.penguinfit.core.objective.TwiceDifferentiableObjective;

/** 2(x − 3 − 3 ln(x/3)), infinite for x ≤ 0: −2 ln L of three observed events. */
final class PoissonLike implements TwiceDifferentiableObjective {
    @Override
    public double value(double[] theta) {
        double x = theta[0];
        return x > 0.0 ? 2.0 * (x - 3.0 - 3.0 * Math.log(x / 3.0)) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        gradient[0] = 2.0 - 6.0 / theta[0];
        return value(theta);
    }

    @Override
    public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
        hessian[0] = 6.0 / (theta[0] * theta[0]);
        return valueAndGradient(theta, gradient);
    }
}
