package org.penguinfit.likelihoods.curve;

import java.util.List;

/**
 * A function between evenly spaced nodes, as polynomials of degree five that agree with value, slope and curvature at both
 * ends of each cell; twice continuously differentiable. The error is of sixth order in the spacing.
 */
final class QuinticTable {
    private final double start;
    private final double step;
    /** Six coefficients of each cell, in powers of (t − node)/step. */
    private final double[] coefficients;

    private final int cells;

    private QuinticTable(double start, double step, double[] coefficients) {
        this.start = start;
        this.step = step;
        this.coefficients = coefficients;
        this.cells = coefficients.length / 6;
    }

    /**
     * The table.
     *
     * @param nodes value, slope and curvature at each node; at least two nodes
     */
    static QuinticTable of(double start, double step, List<double[]> nodes) {
        double[] coefficients = new double[6 * (nodes.size() - 1)];
        for (int i = 0; i + 1 < nodes.size(); i++) {
            double[] left = nodes.get(i);
            double[] right = nodes.get(i + 1);
            double f = left[0];
            double d = left[1] * step;
            double c = left[2] * step * step / 2;
            double value =
                    right[0] - f - d - c; // what the cubic and higher powers must add up to, with two derivatives
            double slope = right[1] * step - d - 2 * c;
            double bend = right[2] * step * step - 2 * c;
            coefficients[6 * i] = f;
            coefficients[6 * i + 1] = d;
            coefficients[6 * i + 2] = c;
            coefficients[6 * i + 3] = 10 * value - 4 * slope + bend / 2;
            coefficients[6 * i + 4] = -15 * value + 7 * slope - bend;
            coefficients[6 * i + 5] = 6 * value - 3 * slope + bend / 2;
        }
        return new QuinticTable(start, step, coefficients);
    }

    boolean holds(double t) {
        return t >= start && t <= start + cells * step;
    }

    /** The function or its first or second derivative; the last cell's polynomial at the end, none beyond. */
    double derivative(int order, double t) {
        int cell = Math.max(0, Math.min(cells - 1, (int) ((t - start) / step)));
        double u = (t - start) / step - cell;
        double sum = 0;
        for (int k = 5; k >= order; k--) {
            double factor = order == 0 ? 1 : order == 1 ? k : k * (k - 1);
            sum = sum * u + factor * coefficients[6 * cell + k];
        }
        return sum / Math.pow(step, order);
    }
}
