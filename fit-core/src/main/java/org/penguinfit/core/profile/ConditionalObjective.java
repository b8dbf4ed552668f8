package org.penguinfit.core.profile;

import org.penguinfit.core.objective.GaussNewtonObjective;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;

/** An objective with one parameter held: a function of the others, in their order. */
class ConditionalObjective implements TwiceDifferentiableObjective {
    private final TwiceDifferentiableObjective objective;
    private final int held;
    private final double[] full;
    private final double[] fullGradient;
    private final double[] fullHessian;

    ConditionalObjective(TwiceDifferentiableObjective objective, int parameters, int held) {
        this.objective = objective;
        this.held = held;
        this.full = new double[parameters];
        this.fullGradient = new double[parameters];
        this.fullHessian = new double[parameters * parameters];
    }

    /** A conditional objective that is a sum of squares when the full one is. */
    static ConditionalObjective of(TwiceDifferentiableObjective objective, int parameters, int held) {
        return objective instanceof GaussNewtonObjective sumOfSquares
                ? new ConditionalSumOfSquares(objective, sumOfSquares, parameters, held)
                : new ConditionalObjective(objective, parameters, held);
    }

    /** Holds the parameter at {@code x} from now on. */
    void holdAt(double x) {
        full[held] = x;
    }

    /** The full point of these values of the other parameters; a fresh array. */
    double[] fullPoint(double[] others) {
        return fill(others).clone();
    }

    /** The other parameters of a full point; a fresh array. */
    double[] others(double[] point) {
        double[] others = new double[point.length - 1];
        System.arraycopy(point, 0, others, 0, held);
        System.arraycopy(point, held + 1, others, held, others.length - held);
        return others;
    }

    private double[] fill(double[] others) {
        System.arraycopy(others, 0, full, 0, held);
        System.arraycopy(others, held, full, held + 1, others.length - held);
        return full;
    }

    @Override
    public double value(double[] others) {
        return objective.value(fill(others));
    }

    @Override
    public double valueAndGradient(double[] others, double[] gradient) {
        double value = objective.valueAndGradient(fill(others), fullGradient);
        reduceGradient(gradient);
        return value;
    }

    @Override
    public double valueGradientAndHessian(double[] others, double[] gradient, double[] hessian) {
        double value = objective.valueGradientAndHessian(fill(others), fullGradient, fullHessian);
        reduceGradient(gradient);
        reduceHessian(hessian);
        return value;
    }

    private void reduceGradient(double[] gradient) {
        System.arraycopy(fullGradient, 0, gradient, 0, held);
        System.arraycopy(fullGradient, held + 1, gradient, held, gradient.length - held);
    }

    private void reduceHessian(double[] hessian) {
        int n = full.length;
        int count = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != held && j != held) {
                    hessian[count++] = fullHessian[i * n + j];
                }
            }
        }
    }

    /** A conditional objective that offers the Gauss–Newton Hessian. */
    private static final class ConditionalSumOfSquares extends ConditionalObjective implements GaussNewtonObjective {
        private final GaussNewtonObjective sumOfSquares;

        ConditionalSumOfSquares(
                TwiceDifferentiableObjective objective, GaussNewtonObjective sumOfSquares, int parameters, int held) {
            super(objective, parameters, held);
            this.sumOfSquares = sumOfSquares;
        }

        @Override
        public void gaussNewtonHessian(double[] others, double[] hessian) {
            sumOfSquares.gaussNewtonHessian(super.fill(others), super.fullHessian);
            super.reduceHessian(hessian);
        }
    }
}
