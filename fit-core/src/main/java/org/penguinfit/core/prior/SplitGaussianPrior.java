package org.penguinfit.core.prior;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.penguinfit.core.parameter.Bounds;

/**
 * Two half Gaussians of different width that meet at the mode with equal density (the two-piece normal distribution: Wallis,
 * Stat. Sci. 29 (2014) 106, equation 1). Below the mode lies the probability σ₋/(σ₋ + σ₊), not one half.
 *
 * @param mode most probable value, in the unit of the parameter
 * @param sigmaMinus width below the mode, same unit, positive
 * @param sigmaPlus width above the mode, same unit, positive
 * @param source where the numbers come from
 */
public record SplitGaussianPrior(double mode, double sigmaMinus, double sigmaPlus, String source) implements Prior {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0.0, 1.0);

    /** Requires finite numbers and positive widths. */
    public SplitGaussianPrior {
        PriorNumbers.requireFinite(mode, "mode");
        PriorNumbers.requirePositive(sigmaMinus, "sigmaMinus");
        PriorNumbers.requirePositive(sigmaPlus, "sigmaPlus");
        PriorNumbers.requireSource(source);
    }

    @Override
    public Bounds support() {
        return Bounds.UNBOUNDED;
    }

    @Override
    public boolean isProper() {
        return true;
    }

    private double sigma(double x) {
        return x < mode ? sigmaMinus : sigmaPlus;
    }

    @Override
    public double minusTwoLogDensity(double x) {
        double z = (x - mode) / sigma(x);
        return z * z + 2.0 * Math.log(0.5 * (sigmaMinus + sigmaPlus)) + PriorNumbers.LOG_TWO_PI;
    }

    @Override
    public double slope(double x) {
        return 2.0 * (x - mode) / (sigma(x) * sigma(x));
    }

    @Override
    public double curvature(double x) {
        return 2.0 / (sigma(x) * sigma(x));
    }

    @Override
    public double center() {
        return mode;
    }

    @Override
    public double cumulativeProbability(double x) {
        double z = (x - mode) / sigma(x);
        double sum = sigmaMinus + sigmaPlus;
        return x < mode
                ? 2.0 * sigmaMinus / sum * NORMAL.cumulativeProbability(z)
                : 1.0 - 2.0 * sigmaPlus / sum * NORMAL.survivalProbability(z);
    }

    @Override
    public double quantile(double probability) {
        double p = PriorNumbers.probability(probability);
        double sum = sigmaMinus + sigmaPlus;
        return p * sum < sigmaMinus
                ? mode + sigmaMinus * NORMAL.inverseCumulativeProbability(0.5 * p * sum / sigmaMinus)
                : mode
                        + sigmaPlus
                                * NORMAL.inverseSurvivalProbability(Math.min(1.0, 0.5 * (1.0 - p) * sum / sigmaPlus));
    }
}
