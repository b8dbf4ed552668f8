package org.penguinfit.measurements;

import java.util.OptionalDouble;

/**
 * A gamma distribution, flavio's {@code gamma}, {@code gamma_positive} and {@code general_gamma_positive}.
 *
 * @param shape a ≥ 1, dimensionless: below 1 the density has no finite mode
 * @param location ≤ 0
 * @param scale &gt; 0
 * @param positive true if restricted to values ≥ 0
 * @param gaussianSigma standard deviation of a Gaussian it is folded with, in units of the scale; only if positive
 */
public record GammaValue(double shape, double location, double scale, boolean positive, OptionalDouble gaussianSigma)
        implements PublishedValue {
    public GammaValue {
        Require.that(shape >= 1 && Double.isFinite(shape), "the shape of a gamma must be >= 1, found " + shape);
        Require.that(location <= 0 && Double.isFinite(location), "the location of a gamma must be <= 0");
        Require.positive(scale, "scale");
        Require.that(gaussianSigma.isEmpty() || positive, "only a gamma of values >= 0 is folded with a Gaussian");
        Require.that(gaussianSigma.orElse(0) >= 0, "a standard deviation must be >= 0");
    }

    @Override
    public GammaValue scaled(double factor) {
        return new GammaValue(shape, location * factor, scale * factor, positive, gaussianSigma);
    }
}
