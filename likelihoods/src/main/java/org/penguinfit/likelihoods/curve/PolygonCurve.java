package org.penguinfit.likelihoods.curve;

import java.util.Arrays;

/**
 * A curve from points joined by straight lines: of −2 ln L, or of the density p, of which −2 ln(p/p_max) is taken, as flavio
 * does with its numerical distributions. Kinked at every point. Where the density is 0 within the table a prediction is
 * excluded. Towards an end where the density falls below {@code e^−18} of its peak (−2 ln L = 36), and beyond the points, the
 * curve goes on as the parabola with value, slope and curvature there, rising outwards, or is excluded.
 */
public final class PolygonCurve implements Curve {
    private static final double FLOOR = Math.exp(-18);

    private final double[] x;
    private final double[] y;
    private final boolean density;
    private final boolean excludedOutside;
    private final double low;
    private final double high;
    private final double mode;

    /**
     * The curve.
     *
     * @param x ascending, at least two
     * @param y densities ≥ 0, not all 0; or −2 ln L up to a constant
     * @param density which of both
     * @param excludedOutside whether predictions beyond the points are excluded
     */
    public PolygonCurve(double[] x, double[] y, boolean density, boolean excludedOutside) {
        Checks.that(x.length >= 2 && y.length == x.length, "table: needs at least 2 points");
        this.x = x.clone();
        this.y = y.clone();
        this.density = density;
        this.excludedOutside = excludedOutside;
        int best = 0;
        for (int i = 1; i < y.length; i++) {
            best = (density ? y[i] > y[best] : y[i] < y[best]) ? i : best;
        }
        double reference = y[best];
        Checks.that(!density || reference > 0, "table: the density must be > 0 somewhere");
        for (int i = 0; i < y.length; i++) {
            this.y[i] = density ? Math.max(0, y[i]) / reference : y[i] - reference;
        }
        this.mode = x[best];
        this.low = density ? edge(0, 1) : x[0];
        this.high = density ? edge(x.length - 1, -1) : x[x.length - 1];
    }

    /** From one end inwards, where the density first reaches the floor. */
    private double edge(int from, int step) {
        int i = from;
        while (y[i] < FLOOR) {
            i += step;
        }
        if (i == from) {
            return x[from];
        }
        int out = i - step;
        return x[out] + (x[i] - x[out]) * (FLOOR - y[out]) / (y[i] - y[out]);
    }

    private int piece(double at) {
        int found = Arrays.binarySearch(x, at);
        return Math.max(0, Math.min(x.length - 2, found >= 0 ? found : -found - 2));
    }

    /** Value, slope and curvature by their order, within the table. */
    private double derivative(int order, double at) {
        int i = piece(at);
        double step = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
        double value = at == x[i + 1] ? y[i + 1] : y[i] + step * (at - x[i]);
        if (!density) {
            return order == 0 ? value : order == 1 ? step : 0;
        }
        if (value <= 0) {
            return order == 0 ? Double.POSITIVE_INFINITY : 0;
        }
        double relative = step / value;
        return order == 0 ? -2 * Math.log(value) : order == 1 ? -2 * relative : 2 * relative * relative;
    }

    private boolean isOutside(double at) {
        return at < low || at > high;
    }

    private boolean isExcluded(double at) {
        return excludedOutside && (at < x[0] || at > x[x.length - 1]);
    }

    private double end(double at) {
        return at < low ? low : high;
    }

    @Override
    public double at(double at) {
        if (!isOutside(at)) {
            return Double.isNaN(at) ? at : derivative(0, at);
        }
        if (isExcluded(at)) {
            return Double.POSITIVE_INFINITY;
        }
        double distance = Math.abs(at - end(at));
        return derivative(0, end(at)) + distance * (rise(at) + distance * derivative(2, end(at)) / 2);
    }

    /** Size of the slope of the last line before an end. */
    private double rise(double at) {
        double end = end(at);
        double inside = at < low ? Math.nextUp(end) : Math.nextDown(end);
        return Math.abs(derivative(1, inside));
    }

    @Override
    public double slope(double at) {
        if (!isOutside(at)) {
            return derivative(1, at);
        }
        double end = end(at);
        return isExcluded(at) ? 0 : Math.signum(at - end) * rise(at) + (at - end) * derivative(2, end);
    }

    @Override
    public double curvature(double at) {
        return isExcluded(at) ? 0 : derivative(2, isOutside(at) ? end(at) : at);
    }

    @Override
    public double mode() {
        return mode;
    }

    @Override
    public boolean hasSmoothRoot() {
        return false;
    }
}
