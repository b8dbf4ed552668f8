package org.penguinfit.core.significance;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.core.objective.GaussNewtonObjective;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;

/** An objective with some parameters held: a function of the others, in their order. */
class HeldParameters implements TwiceDifferentiableObjective {
    private final TwiceDifferentiableObjective objective;
    private final int[] free;
    private final double[] full;
    private final double[] fullGradient;
    private final double[] fullHessian;

    private HeldParameters(TwiceDifferentiableObjective objective, int parameters, int[] free) {
        this.objective = objective;
        this.free = free;
        this.full = new double[parameters];
        this.fullGradient = new double[parameters];
        this.fullHessian = new double[parameters * parameters];
    }

    /** All parameters free but those of these indices; a sum of squares when the full objective is one. */
    static HeldParameters of(TwiceDifferentiableObjective objective, int parameters, List<Integer> held) {
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < parameters; i++) {
            if (!held.contains(i)) {
                others.add(i);
            }
        }
        int[] free = others.stream().mapToInt(Integer::intValue).toArray();
        return objective instanceof GaussNewtonObjective sumOfSquares
                ? new HeldSumOfSquares(objective, sumOfSquares, parameters, free)
                : new HeldParameters(objective, parameters, free);
    }

    /** Number of parameters that are not held. */
    int freeCount() {
        return free.length;
    }

    /** The bounds of those that are not held. */
    List<Bounds> freeBounds(List<Bounds> bounds) {
        List<Bounds> kept = new ArrayList<>();
        for (int i : free) {
            kept.add(bounds.get(i));
        }
        return List.copyOf(kept);
    }

    /** Takes the values of the held parameters from a full point, from now on. */
    void holdAs(double[] point) {
        System.arraycopy(point, 0, full, 0, full.length);
    }

    /** The parameters of a full point that are not held; a fresh array. */
    double[] freeOf(double[] point) {
        double[] values = new double[free.length];
        for (int k = 0; k < free.length; k++) {
            values[k] = point[free[k]];
        }
        return values;
    }

    /** The full point of these values; a fresh array. */
    double[] fullPoint(double[] values) {
        return fill(values).clone();
    }

    private double[] fill(double[] values) {
        for (int k = 0; k < free.length; k++) {
            full[free[k]] = values[k];
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
        for (int k = 0; k < free.length; k++) {
            gradient[k] = fullGradient[free[k]];
        }
    }

    private void reduceHessian(double[] hessian) {
        int m = free.length;
        for (int k = 0; k < m; k++) {
            for (int l = 0; l < m; l++) {
                hessian[k * m + l] = fullHessian[free[k] * full.length + free[l]];
            }
        }
    }

    /** Held parameters of a sum of squares. */
    private static final class HeldSumOfSquares extends HeldParameters implements GaussNewtonObjective {
        private final GaussNewtonObjective sumOfSquares;

        HeldSumOfSquares(
                TwiceDifferentiableObjective objective, GaussNewtonObjective sumOfSquares, int parameters, int[] free) {
            super(objective, parameters, free);
            this.sumOfSquares = sumOfSquares;
        }

        @Override
        public void gaussNewtonHessian(double[] values, double[] hessian) {
            sumOfSquares.gaussNewtonHessian(super.fill(values), super.fullHessian);
            super.reduceHessian(hessian);
        }
    }
}
