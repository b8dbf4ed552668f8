package org.penguinfit.core.profile;

import org.penguinfit.core.objective.GaussNewtonObjective;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;

/** An objective with one or more parameters held: a function of the others, in their order. For one thread. */
public sealed class ConditionalObjective implements TwiceDifferentiableObjective {
    private final TwiceDifferentiableObjective objective;
    private final int[] held;
    private final int[] others;
    private final double[] full;
    private final double[] fullGradient;
    private final double[] fullHessian;

    ConditionalObjective(TwiceDifferentiableObjective objective, int parameters, int... held) {
        this.objective = objective;
        this.held = held.clone();
        this.others = others(parameters, held);
        this.full = new double[parameters];
        this.fullGradient = new double[parameters];
        this.fullHessian = new double[parameters * parameters];
    }

    /**
     * A conditional objective that is a sum of squares when the full one is.
     *
     * @param parameters number of parameters of the full objective
     * @param held indices of those that are held, each once; at 0 until {@link #holdAt} is called
     */
    public static ConditionalObjective of(TwiceDifferentiableObjective objective, int parameters, int... held) {
        return objective instanceof GaussNewtonObjective sumOfSquares
                ? new ConditionalSumOfSquares(objective, sumOfSquares, parameters, held)
                : new ConditionalObjective(objective, parameters, held);
    }

    /** The indices below {@code parameters} that are not held, ascending. */
    public static int[] others(int parameters, int... held) {
        boolean[] isHeld = new boolean[parameters];
        for (int index : held) {
            isHeld[index] = true;
        }
        int[] others = new int[parameters - held.length];
        int count = 0;
        for (int i = 0; i < parameters; i++) {
            if (!isHeld[i]) {
                others[count++] = i;
            }
        }
        return others;
    }

    /** Holds the parameters at these values from now on, in the order in which they were named. */
    public void holdAt(double... values) {
        for (int k = 0; k < held.length; k++) {
            full[held[k]] = values[k];
        }
    }

    /** The full point of these values of the other parameters; a fresh array. */
    public double[] fullPoint(double[] values) {
        return fill(values).clone();
    }

    /** The other parameters of a full point; a fresh array. */
    public double[] others(double[] point) {
        double[] values = new double[others.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = point[others[k]];
        }
        return values;
    }

    private double[] fill(double[] values) {
        for (int k = 0; k < others.length; k++) {
            full[others[k]] = values[k];
        }
        return full;
    }

    @Override
    public double value(double[] values) {
        return objective.value(fill(values));
    }

    @Override
    public double valueAndGradient(double[] values, double[] gradient) {
        double value = objective.valueAndGradient(fill(values), fullGradient);
        reduceGradient(gradient);
        return value;
    }

    @Override
    public double valueGradientAndHessian(double[] values, double[] gradient, double[] hessian) {
        double value = objective.valueGradientAndHessian(fill(values), fullGradient, fullHessian);
        reduceGradient(gradient);
        reduceHessian(hessian);
        return value;
    }

    private void reduceGradient(double[] gradient) {
        for (int k = 0; k < others.length; k++) {
            gradient[k] = fullGradient[others[k]];
        }
    }

    private void reduceHessian(double[] hessian) {
        int n = full.length;
        int count = 0;
        for (int i : others) {
            for (int j : others) {
                hessian[count++] = fullHessian[i * n + j];
            }
        }
    }

    /** A conditional objective that offers the Gauss–Newton Hessian. */
    private static final class ConditionalSumOfSquares extends ConditionalObjective implements GaussNewtonObjective {
        private final GaussNewtonObjective sumOfSquares;

        ConditionalSumOfSquares(
                TwiceDifferentiableObjective objective,
                GaussNewtonObjective sumOfSquares,
                int parameters,
                int... held) {
            super(objective, parameters, held);
            this.sumOfSquares = sumOfSquares;
        }

        @Override
        public void gaussNewtonHessian(double[] values, double[] hessian) {
            sumOfSquares.gaussNewtonHessian(super.fill(values), super.fullHessian);
            super.reduceHessian(hessian);
        }
    }
}
