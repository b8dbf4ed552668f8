package org.penguinfit.likelihoods.curve;

import java.util.Arrays;

/**
 * One axis of a grid, and the weights of its points at a place: two for straight lines, four for a cubic through the two points
 * on either side whose slopes are those of the parabolas through three neighbours, so that a parabola comes back exactly
 * (R. Keys, IEEE Trans. Acoust. 29 (1981) 1153). Beyond the axis the function stays what it is at the end.
 */
final class Axis {
    /** Relative difference of steps that still counts as even. */
    private static final double EVEN = 1e-6;

    private final double[] x;
    private final boolean cubic;

    /** An axis; {@code cubic} needs at least three even steps. */
    Axis(double[] x, boolean cubic) {
        this.x = x.clone();
        this.cubic = cubic;
    }

    /** True if cubics can be drawn through its points. */
    static boolean isEven(double[] x) {
        double step = (x[x.length - 1] - x[0]) / (x.length - 1);
        for (int i = 1; i < x.length; i++) {
            if (Math.abs(x[i] - x[i - 1] - step) > EVEN * step) {
                return false;
            }
        }
        return x.length >= 4;
    }

    int size() {
        return x.length;
    }

    double low() {
        return x[0];
    }

    double high() {
        return x[x.length - 1];
    }

    double point(int i) {
        return x[i];
    }

    /** Distance beyond the axis with its sign; 0 on it. */
    double beyond(double at) {
        return at < low() ? at - low() : at > high() ? at - high() : 0;
    }

    int cell(double at) {
        int found = Arrays.binarySearch(x, at);
        return Math.max(0, Math.min(x.length - 2, found >= 0 ? found : -found - 2));
    }

    /** Weights of all points at a place of the axis, and their derivatives: [order][point]. */
    double[][] weights(double at) {
        int i = cell(at);
        double step = x[i + 1] - x[i];
        double u = (at - x[i]) / step;
        double[][] weights = new double[3][x.length];
        if (!cubic) {
            add(weights, i, 1 - u, -1 / step, 0);
            add(weights, i + 1, u, 1 / step, 0);
            return weights;
        }
        double h = 1 / step;
        double h2 = h * h;
        ghost(weights, i - 1, u * (u * (1 - u / 2) - 0.5), h * (u * (2 - 1.5 * u) - 0.5), h2 * (2 - 3 * u));
        ghost(weights, i, 1 + u * u * (1.5 * u - 2.5), h * u * (4.5 * u - 5), h2 * (9 * u - 5));
        ghost(weights, i + 1, u * (0.5 + u * (2 - 1.5 * u)), h * (0.5 + u * (4 - 4.5 * u)), h2 * (4 - 9 * u));
        ghost(weights, i + 2, u * u * (u - 1) / 2, h * u * (1.5 * u - 1), h2 * (3 * u - 1));
        return weights;
    }

    /** A point beyond the end is that of the parabola through the last three. */
    private void ghost(double[][] weights, int i, double value, double slope, double bend) {
        if (i >= 0 && i < x.length) {
            add(weights, i, value, slope, bend);
            return;
        }
        int end = i < 0 ? 0 : x.length - 1;
        int in = i < 0 ? 1 : -1;
        add(weights, end, 3 * value, 3 * slope, 3 * bend);
        add(weights, end + in, -3 * value, -3 * slope, -3 * bend);
        add(weights, end + 2 * in, value, slope, bend);
    }

    private static void add(double[][] weights, int i, double value, double slope, double bend) {
        weights[0][i] += value;
        weights[1][i] += slope;
        weights[2][i] += bend;
    }
}
