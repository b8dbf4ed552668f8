package org.penguinfit.measurements;

/**
 * A value known up to a factor: ln|x| is Gaussian about ln|median| with standard deviation ln(factor), and x has the sign
 * of the median, so 68.27 % lie between median/factor and median·factor.
 *
 * @param median finite, not 0
 * @param factor &gt; 1, dimensionless
 */
public record LogNormalValue(double median, double factor) implements PublishedValue {
    public LogNormalValue {
        Require.finite(median, "median");
        Require.that(median != 0, "a log-normal value needs a median other than 0");
        Require.that(factor > 1 && Double.isFinite(factor), "a log-normal factor must be > 1, found " + factor);
    }

    @Override
    public LogNormalValue scaled(double scale) {
        return new LogNormalValue(median * scale, factor);
    }
}
