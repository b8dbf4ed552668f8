package org.penguinfit.core.parameter;

/**
 * The closed range a parameter may take; either end may be infinite.
 *
 * @param lower smallest value, in the unit of the parameter, or −∞
 * @param upper largest value, in the unit of the parameter, or +∞; not below {@code lower}; equal to it for a fixed
 *     parameter
 */
public record Bounds(double lower, double upper) {
    /** No bounds at all. */
    public static final Bounds UNBOUNDED = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Requires lower ≤ upper; neither may be NaN, and equal ones must be finite. */
    public Bounds {
        if (!(lower <= upper) || (lower == upper && Double.isInfinite(lower))) {
            throw new IllegalArgumentException(
                    "bounds: lower must not be above upper, found [" + lower + ", " + upper + "]");
        }
    }

    /** The bounds of a parameter that is held at {@code value}. */
    public static Bounds fixed(double value) {
        return new Bounds(value, value);
    }

    /** Whether the range is a single point. */
    public boolean isFixed() {
        return lower == upper;
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
