package org.penguinfit.core.minimize;

import org.penguinfit.core.objective.TwiceDifferentiableObjective;

/** An objective with its parameters in the opposite order. */
record Reversed(TwiceDifferentiableObjective inner) implements TwiceDifferentiableObjective {
    private static double[] reversed(double[] numbers) {
        double[] result = new double[numbers.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = numbers[numbers.length - 1 - i];
        }
        return result;
    }

    @Override
    public double value(double[] theta) {
        return inner.value(reversed(theta));
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        double[] own = new double[theta.length];
        double value = inner.valueAndGradient(reversed(theta), own);
        System.arraycopy(reversed(own), 0, gradient, 0, own.length);
        return value;
    }

    @Override
    public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
        double[] own = new double[theta.length];
        double[] matrix = new double[hessian.length];
        double value = inner.valueGradientAndHessian(reversed(theta), own, matrix);
        System.arraycopy(reversed(own), 0, gradient, 0, own.length);
        System.arraycopy(reversed(matrix), 0, hessian, 0, matrix.length);
        return value;
    }
}
