package org.penguinfit.core.interval;

/**
 * A closed interval [lower, upper]; a single point when both ends are equal, and either end may be infinite.
 *
 * @param lower lower end, below +∞
 * @param upper upper end, not below {@code lower}, above −∞
 */
public record Interval(double lower, double upper) {
    /** The whole real line. */
    public static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Requires lower ≤ upper; neither may be NaN. */
    public Interval {
        if (!(lower <= upper) || lower == Double.POSITIVE_INFINITY || upper == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "an interval needs lower <= upper, found [" + lower + ", " + upper + "]");
        }
    }

    /** Whether {@code x} lies in the closed interval. */
    public boolean contains(double x) {
        return x >= lower && x <= upper;
    }

    /** Length, 0 for a point. */
    public double length() {
        return upper - lower;
    }

    /** Whether both ends are finite. */
    public boolean isFinite() {
        return Double.isFinite(lower) && Double.isFinite(upper);
    }
}
