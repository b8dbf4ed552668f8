package org.penguinfit.core.prior;

import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.penguinfit.core.parameter.Bounds;

/**
 * The density of a positive quantity whose logarithm is Gaussian: x = median · exp(σ z) with a standard Gaussian z. It suits
 * multiplicative uncertainties, such as efficiencies and normalisations.
 *
 * @param median median, in the unit of the parameter, positive
 * @param logSigma standard deviation of ln x, dimensionless, positive; about the relative uncertainty where small
 * @param source where the numbers come from
 */
public record LogNormalPrior(double median, double logSigma, String source) implements Prior {
    private static final Bounds POSITIVE = new Bounds(0.0, Double.POSITIVE_INFINITY);

    /** Requires positive finite numbers. */
    public LogNormalPrior {
        PriorNumbers.requirePositive(median, "median");
        PriorNumbers.requirePositive(logSigma, "logSigma");
        PriorNumbers.requireSource(source);
    }

    @Override
    public Bounds support() {
        return POSITIVE;
    }

    @Override
    public boolean isProper() {
        return true;
    }

    @Override
    public double minusTwoLogDensity(double x) {
        if (!(x > 0.0)) {
            return Double.POSITIVE_INFINITY;
        }
        double z = Math.log(x / median) / logSigma;
        return z * z + 2.0 * Math.log(x) + 2.0 * Math.log(logSigma) + PriorNumbers.LOG_TWO_PI;
    }

    @Override
    public double slope(double x) {
        return 2.0 * (Math.log(x / median) / (logSigma * logSigma) + 1.0) / x;
    }

    @Override
    public double curvature(double x) {
        double variance = logSigma * logSigma;
        return 2.0 * ((1.0 - Math.log(x / median)) / variance - 1.0) / (x * x);
    }

    @Override
    public double center() {
        return median;
    }

    @Override
    public double cumulativeProbability(double x) {
        return distribution().cumulativeProbability(x);
    }

    @Override
    public double quantile(double probability) {
        return distribution().inverseCumulativeProbability(probability);
    }

    private LogNormalDistribution distribution() {
        return LogNormalDistribution.of(Math.log(median), logSigma);
    }
}
