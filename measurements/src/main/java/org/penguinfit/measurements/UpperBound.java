package org.penguinfit.measurements;

/**
 * A bound that is no measurement, such as one from unitarity: nothing is said below it, and above −2 ln L = ((x − bound)/width)²,
 * or +∞ if the width is 0.
 *
 * @param bound the bound, finite
 * @param width its uncertainty, ≥ 0
 */
public record UpperBound(double bound, double width) implements PublishedValue {
    public UpperBound {
        Require.finite(bound, "bound");
        Require.that(width >= 0 && Double.isFinite(width), "the width of a bound must be >= 0, found " + width);
    }

    @Override
    public UpperBound scaled(double factor) {
        return new UpperBound(bound * factor, width * factor);
    }
}
