package org.penguinfit.core.prior;

import org.penguinfit.core.parameter.Bounds;

/**
 * A constant density on a range. On an infinite range it is improper.
 *
 * @param support the range
 * @param source where the range comes from
 */
public record FlatPrior(Bounds support, String source) implements Prior {
    /** Requires a source. */
    public FlatPrior {
        PriorNumbers.requireSource(source);
    }

    /** Flat on the whole line: improper. */
    public static FlatPrior everywhere(String source) {
        return new FlatPrior(Bounds.UNBOUNDED, source);
    }

    private double width() {
        return support.upper() - support.lower();
    }

    @Override
    public boolean isProper() {
        return support.isFinite();
    }

    @Override
    public double minusTwoLogDensity(double x) {
        if (!support.contains(x)) {
            return Double.POSITIVE_INFINITY;
        }
        return isProper() ? 2.0 * Math.log(width()) : 0.0;
    }

    @Override
    public double slope(double x) {
        return 0.0;
    }

    @Override
    public double curvature(double x) {
        return 0.0;
    }

    /** The middle of a finite range; else the point of the range nearest to zero. */
    @Override
    public double center() {
        return isProper() ? 0.5 * support.lower() + 0.5 * support.upper() : support.clamp(0.0);
    }

    @Override
    public double cumulativeProbability(double x) {
        requireProper();
        return (support.clamp(x) - support.lower()) / width();
    }

    @Override
    public double quantile(double probability) {
        requireProper();
        return support.clamp(support.lower() + PriorNumbers.probability(probability) * width());
    }

    private void requireProper() {
        if (!isProper()) {
            throw new IllegalArgumentException(
                    "a flat prior on an infinite range has no probabilities (" + source + ")");
        }
    }
}
