package org.penguinfit.core.objective;

import java.util.Arrays;

/**
 * Derivatives by central differences with Richardson extrapolation: a check of coded derivatives, never a substitute.
 *
 * <p>Each derivative is a Neville table over steps h, h/2, h/4, …, of which the entry that changes least is taken
 * (Ridders, Adv. Eng. Software 4 (1982) 75). For smooth functions of unit scale it is good to about 1e-9 relative.
 */
public final class FiniteDifferences {
    /** First step relative to max(|θᵢ|, {@link #SMALLEST_SCALE}). */
    public static final double FIRST_STEP = 0.1;

    /** Scale assumed of a parameter whose value is smaller than this. */
    public static final double SMALLEST_SCALE = 0.1;

    private static final int LEVELS = 10;
    private static final double SHRINK = 2.0;

    private FiniteDifferences() {}

    /** The gradient of {@code objective} at {@code theta} from values alone, shape [n]. */
    public static double[] gradient(Objective objective, double[] theta) {
        double[] gradient = new double[theta.length];
        for (int i = 0; i < theta.length; i++) {
            gradient[i] = derivative((x, out) -> out[0] = objective.value(x), theta, i, new double[1])[0];
        }
        return gradient;
    }

    /** The Hessian of {@code objective} at {@code theta} from its gradients, row-major, shape [n × n], symmetrised. */
    public static double[] hessian(DifferentiableObjective objective, double[] theta) {
        int n = theta.length;
        double[] hessian = new double[n * n];
        for (int i = 0; i < n; i++) {
            double[] row = derivative(objective::valueAndGradient, theta, i, new double[n]);
            for (int j = 0; j < n; j++) {
                hessian[i * n + j] += 0.5 * row[j];
                hessian[j * n + i] += 0.5 * row[j];
            }
        }
        return hessian;
    }

    /** A vector-valued function of θ. */
    private interface Outputs {
        @SuppressWarnings("UnusedReturnValue")
        double evaluate(double[] theta, double[] out);
    }

    private static double[] derivative(Outputs function, double[] theta, int index, double[] buffer) {
        double step = FIRST_STEP * Math.max(Math.abs(theta[index]), SMALLEST_SCALE);
        double[][][] table = new double[LEVELS][LEVELS][];
        double[] best = new double[buffer.length];
        double[] bestError = new double[buffer.length];
        Arrays.fill(bestError, Double.POSITIVE_INFINITY);
        for (int level = 0; level < LEVELS; level++, step /= SHRINK) {
            table[level][0] = central(function, theta, index, step, buffer);
            double factor = 1.0;
            for (int order = 1; order <= level; order++) {
                factor *= SHRINK * SHRINK;
                table[level][order] = extrapolate(table[level][order - 1], table[level - 1][order - 1], factor);
                keepBest(table, level, order, best, bestError);
            }
        }
        return best;
    }

    private static double[] central(Outputs function, double[] theta, int index, double step, double[] buffer) {
        double[] moved = theta.clone();
        moved[index] = theta[index] + step;
        double high = moved[index];
        function.evaluate(moved, buffer);
        double[] result = buffer.clone();
        moved[index] = theta[index] - step;
        function.evaluate(moved, buffer);
        for (int k = 0; k < result.length; k++) {
            result[k] = (result[k] - buffer[k]) / (high - moved[index]);
        }
        return result;
    }

    private static double[] extrapolate(double[] fine, double[] coarse, double factor) {
        double[] result = new double[fine.length];
        for (int k = 0; k < fine.length; k++) {
            result[k] = fine[k] + (fine[k] - coarse[k]) / (factor - 1.0);
        }
        return result;
    }

    private static void keepBest(double[][][] table, int level, int order, double[] best, double[] bestError) {
        double[] now = table[level][order];
        for (int k = 0; k < now.length; k++) {
            double error = Math.max(
                    Math.abs(now[k] - table[level][order - 1][k]), Math.abs(now[k] - table[level - 1][order - 1][k]));
            if (error <= bestError[k]) {
                bestError[k] = error;
                best[k] = now[k];
            }
        }
    }
}
