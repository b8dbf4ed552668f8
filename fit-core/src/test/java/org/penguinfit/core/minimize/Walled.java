package org.penguinfit.core.minimize;

import org.penguinfit.core.objective.TwiceDifferentiableObjective;

/** An objective that is infinite where its first parameter is not above a wall. */
record Walled(TwiceDifferentiableObjective inner, double wall) implements TwiceDifferentiableObjective {
    @Override
    public double value(double[] theta) {
        return theta[0] > wall ? inner.value(theta) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        return theta[0] > wall ? inner.valueAndGradient(theta, gradient) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
        return theta[0] > wall ? inner.valueGradientAndHessian(theta, gradient, hessian) : Double.POSITIVE_INFINITY;
    }
}
