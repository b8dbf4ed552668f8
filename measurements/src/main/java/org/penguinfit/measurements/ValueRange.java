package org.penguinfit.measurements;

/**
 * A range in which every value is equally likely, and outside of which none is.
 *
 * @param lo lower end, finite
 * @param hi upper end, finite, &gt; lo
 */
public record ValueRange(double lo, double hi) implements PublishedValue {
    public ValueRange {
        Require.finite(lo, "lower end");
        Require.finite(hi, "upper end");
        Require.that(lo < hi, "the lower end must lie below the upper one: [" + lo + ", " + hi + "]");
    }

    @Override
    public ValueRange scaled(double factor) {
        return new ValueRange(lo * factor, hi * factor);
    }
}
