package org.penguinfit.core.parameter;

/**
 * The closed range a parameter may take; either end may be infinite.
 *
 * @param lower smallest value, in the unit of the parameter, or −∞
 * @param upper largest value, in the unit of the parameter, or +∞; above {@code lower}
 */
public record Bounds(double lower, double upper) {
    /** No bounds at all. */
    public static final Bounds UNBOUNDED = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Requires lower &lt; upper; neither may be NaN. */
    public Bounds {
        if (!(lower < upper)) {
            throw new IllegalArgumentException(
                    "bounds: lower must be below upper, found [" + lower + ", " + upper + "]");
        }
    }

    /** Whether {@code x} lies in the closed range; false for NaN. */
    public boolean contains(double x) {
        return x >= lower && x <= upper;
    }

    /** The point of the range nearest to {@code x}. */
    public double clamp(double x) {
        return Math.max(lower, Math.min(upper, x));
    }

    /** Whether both ends are finite. */
    public boolean isFinite() {
        return Double.isFinite(lower) && Double.isFinite(upper);
    }
}
