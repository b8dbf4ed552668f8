package org.penguinfit.likelihoods.expression;

import java.util.function.ToDoubleFunction;

/** Central differences, extrapolated twice: the error is of order h⁶. */
public final class Richardson {
    private Richardson() {}

    /** ∂f/∂x_i at x. */
    public static double derivative(ToDoubleFunction<double[]> f, double[] x, int i, double h) {
        double[] d = {central(f, x, i, h), central(f, x, i, h / 2), central(f, x, i, h / 4)};
        double first = (4 * d[1] - d[0]) / 3;
        double second = (4 * d[2] - d[1]) / 3;
        return (16 * second - first) / 15;
    }

    private static double central(ToDoubleFunction<double[]> f, double[] x, int i, double h) {
        double[] up = x.clone();
        double[] down = x.clone();
        up[i] += h;
        down[i] -= h;
        return (f.applyAsDouble(up) - f.applyAsDouble(down)) / (up[i] - down[i]);
    }
}
