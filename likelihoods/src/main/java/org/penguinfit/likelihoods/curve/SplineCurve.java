package org.penguinfit.likelihoods.curve;

import org.hipparchus.analysis.interpolation.SplineInterpolator;
import org.hipparchus.analysis.polynomials.PolynomialFunction;
import org.hipparchus.analysis.polynomials.PolynomialSplineFunction;

/**
 * −2 ln L through points, joined by a cubic spline, its lowest value shifted to 0. The second derivatives at both ends are those
 * of the cubic through the four points there, so that a parabola comes back exactly. Beyond the points the curve goes on as the
 * parabola with the value, curvature and slope at the end (their sizes, so that it rises outwards), or is excluded.
 */
public final class SplineCurve implements Curve {
    /** Fewest points of a spline. */
    public static final int FEWEST = 4;

    private final double[] x;
    private final PolynomialFunction[] pieces;
    private final boolean excludedOutside;
    private final double lowest;
    private final double mode;
    private final boolean unimodal;

    /**
     * The curve.
     *
     * @param x ascending, at least {@value #FEWEST}
     * @param values −2 ln L at each, up to a constant
     * @param excludedOutside whether predictions beyond the points are excluded
     */
    public SplineCurve(double[] x, double[] values, boolean excludedOutside) {
        Checks.that(x.length >= FEWEST && values.length == x.length, "table: a cubic needs at least 4 points");
        this.x = x.clone();
        this.excludedOutside = excludedOutside;
        this.pieces = pieces(this.x, values);
        double[] best = lowest();
        this.mode = best[0];
        this.lowest = best[1];
        this.unimodal = isUnimodal(values);
    }

    /** A natural spline of what remains without a cubic that has the wanted second derivatives at both ends. */
    private static PolynomialFunction[] pieces(double[] x, double[] values) {
        int n = x.length;
        double left = bend(x, values, 0, 1);
        double right = bend(x, values, n - 1, -1);
        double third = (right - left) / (x[n - 1] - x[0]);
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            double d = x[i] - x[0];
            rest[i] = values[i] - d * d * (left / 2 + d * third / 6);
        }
        PolynomialSplineFunction natural = new SplineInterpolator().interpolate(x, rest);
        PolynomialFunction[] pieces = natural.getPolynomials();
        for (int i = 0; i < pieces.length; i++) {
            double d = x[i] - x[0];
            pieces[i] = pieces[i].add(new PolynomialFunction(
                    d * d * (left / 2 + d * third / 6), d * (left + d * third / 2), (left + d * third) / 2, third / 6));
        }
        return pieces;
    }

    /** Second derivative at a point of the cubic through it and the next three. */
    private static double bend(double[] x, double[] f, int at, int step) {
        double[] t = new double[4];
        double[] d = new double[4];
        for (int k = 0; k < 4; k++) {
            t[k] = x[at + k * step];
            d[k] = f[at + k * step];
        }
        for (int order = 1; order < 4; order++) {
            for (int k = 3; k >= order; k--) {
                d[k] = (d[k] - d[k - 1]) / (t[k] - t[k - order]);
            }
        }
        return 2 * d[2] + 2 * d[3] * (2 * t[0] - t[1] - t[2]);
    }

    /** The lowest point of all pieces: at an end of one, or where its derivative, a parabola, vanishes. */
    private double[] lowest() {
        double[] best = {x[0], pieces[0].value(0)};
        for (int i = 0; i < pieces.length; i++) {
            double width = x[i + 1] - x[i];
            better(best, i, width);
            double[] c = coefficients(i);
            double root = Math.sqrt(c[2] * c[2] - 3 * c[3] * c[1]);
            // the root at which the derivative rises, without cancellation; NaN if there is none
            double at = c[2] > 0 ? -c[1] / (c[2] + root) : (root - c[2]) / (3 * c[3]);
            if (at > 0 && at < width) {
                better(best, i, at);
            }
        }
        return best;
    }

    private void better(double[] best, int piece, double at) {
        double value = pieces[piece].value(at);
        if (value < best[1]) {
            best[0] = x[piece] + at;
            best[1] = value;
        }
    }

    private double[] coefficients(int piece) {
        return java.util.Arrays.copyOf(pieces[piece].getCoefficients(), 4);
    }

    private boolean isUnimodal(double[] values) {
        boolean rising = false;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[i - 1]) {
                rising = true;
            } else if (rising && values[i] < values[i - 1]) {
                return false;
            }
        }
        return !excludedOutside && mode > x[0] && mode < x[x.length - 1];
    }

    private int piece(double at) {
        int found = java.util.Arrays.binarySearch(x, at);
        return Math.max(0, Math.min(pieces.length - 1, found >= 0 ? found : -found - 2));
    }

    private double derivative(int order, double at) {
        int i = piece(at);
        double[] c = coefficients(i);
        double d = at - x[i];
        return switch (order) {
            case 0 -> c[0] - lowest + d * (c[1] + d * (c[2] + d * c[3]));
            case 1 -> c[1] + d * (2 * c[2] + d * 3 * c[3]);
            default -> 2 * c[2] + 6 * c[3] * d;
        };
    }

    private boolean isOutside(double at) {
        return at < x[0] || at > x[x.length - 1];
    }

    private double end(double at) {
        return at < x[0] ? x[0] : x[x.length - 1];
    }

    @Override
    public double at(double at) {
        if (!isOutside(at)) {
            return Double.isNaN(at) ? at : Math.max(0, derivative(0, at));
        }
        if (excludedOutside) {
            return Double.POSITIVE_INFINITY;
        }
        double end = end(at);
        double distance = Math.abs(at - end);
        return derivative(0, end)
                + distance * (Math.abs(derivative(1, end)) + distance * Math.abs(derivative(2, end)) / 2);
    }

    @Override
    public double slope(double at) {
        if (!isOutside(at)) {
            return derivative(1, at);
        }
        if (excludedOutside) {
            return 0;
        }
        double end = end(at);
        return Math.signum(at - end) * Math.abs(derivative(1, end)) + (at - end) * Math.abs(derivative(2, end));
    }

    @Override
    public double curvature(double at) {
        if (!isOutside(at)) {
            return derivative(2, at);
        }
        return excludedOutside ? 0 : Math.abs(derivative(2, end(at)));
    }

    @Override
    public double mode() {
        return mode;
    }

    @Override
    public boolean hasSmoothRoot() {
        return unimodal;
    }
}
