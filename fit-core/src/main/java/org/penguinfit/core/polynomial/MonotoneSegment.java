package org.penguinfit.core.polynomial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stretch on which a piecewise polynomial rises, falls, is constant, or is excluded.
 *
 * @param from left end, may be −∞
 * @param to right end, may be +∞
 * @param left limit of the value at the left end
 * @param right limit of the value at the right end
 * @param direction −1 falling, 0 constant, +1 rising
 * @param excluded whether the function is +∞ here
 * @param rounding rounding of the two values
 */
record MonotoneSegment(
        double from, double to, double left, double right, int direction, boolean excluded, double rounding) {
    /** Shorter than this part of its position, a stretch over which the value changes by rounding only is ignored. */
    private static final double NEGLIGIBLE_LENGTH = 1e-6;

    private static final double ROUNDINGS = 8.0 * Math.ulp(1.0);

    static MonotoneSegment excluded(double from, double to) {
        double wall = Double.POSITIVE_INFINITY;
        return new MonotoneSegment(from, to, wall, wall, 0, true, 0.0);
    }

    /** The roots of the derivative between two points; none where excluded or constant. */
    static double[] turns(Optional<Polynomial> piece, double from, double to) {
        return piece.isEmpty() || piece.get().degree() <= 0
                ? new double[0]
                : piece.get().derivative().realRoots(from, to);
    }

    /** The monotone stretches of a polynomial between two points, cut at the roots of its derivative. */
    static List<MonotoneSegment> of(Polynomial p, double from, double to, double[] turns) {
        List<MonotoneSegment> segments = new ArrayList<>();
        if (p.degree() <= 0) {
            double value = p.coefficient(0);
            segments.add(new MonotoneSegment(from, to, value, value, 0, false, ROUNDINGS * Math.abs(value)));
            return segments;
        }
        double last = from;
        for (double turn : turns) {
            addUnlessNegligible(p, last, turn, segments);
            last = turn;
        }
        addUnlessNegligible(p, last, to, segments);
        return segments;
    }

    private static void addUnlessNegligible(Polynomial p, double from, double to, List<MonotoneSegment> segments) {
        if (!(from < to)) {
            return;
        }
        double left = limit(p, from);
        double right = limit(p, to);
        double rounding = ROUNDINGS * (finiteMagnitude(p, from) + finiteMagnitude(p, to));
        boolean flat = Math.abs(right - left) <= rounding;
        if (flat && to - from <= NEGLIGIBLE_LENGTH * Math.max(Math.abs(from), Math.abs(to))) {
            return;
        }
        double slope = p.derivative().accurateValue(inside(from, to));
        int direction = slope > 0.0 || slope < 0.0 ? (int) Math.signum(slope) : (int) Math.signum(right - left);
        segments.add(new MonotoneSegment(from, to, left, right, direction, false, rounding));
    }

    private static double finiteMagnitude(Polynomial p, double x) {
        return Double.isFinite(x) ? p.magnitude(x) : 0.0;
    }

    /** The value, or the limit at infinity. */
    private static double limit(Polynomial p, double x) {
        if (Double.isFinite(x)) {
            return p.accurateValue(x);
        }
        boolean odd = p.degree() % 2 == 1;
        double lead = p.coefficient(p.degree());
        return (odd && x < 0.0 ? -lead : lead) * Double.POSITIVE_INFINITY;
    }

    /** Some point strictly between, also when an end is infinite. */
    static double inside(double from, double to) {
        if (Double.isInfinite(from) && Double.isInfinite(to)) {
            return 0.0;
        }
        if (Double.isInfinite(from)) {
            return to - Math.max(1.0, Math.abs(to));
        }
        if (Double.isInfinite(to)) {
            return from + Math.max(1.0, Math.abs(from));
        }
        return 0.5 * from + 0.5 * to;
    }
}
