package org.penguinfit.core.prior;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.penguinfit.core.parameter.Bounds;

/**
 * A Gaussian density.
 *
 * @param mean mean, in the unit of the parameter
 * @param sigma standard deviation, same unit, positive
 * @param source where the numbers come from
 */
public record GaussianPrior(double mean, double sigma, String source) implements Prior {
    /** Requires finite numbers and a positive sigma. */
    public GaussianPrior {
        PriorNumbers.requireFinite(mean, "mean");
        PriorNumbers.requirePositive(sigma, "sigma");
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

    @Override
    public double minusTwoLogDensity(double x) {
        double z = (x - mean) / sigma;
        return z * z + 2.0 * Math.log(sigma) + PriorNumbers.LOG_TWO_PI;
    }

    @Override
    public double slope(double x) {
        return 2.0 * (x - mean) / (sigma * sigma);
    }

    @Override
    public double curvature(double x) {
        return 2.0 / (sigma * sigma);
    }

    @Override
    public double center() {
        return mean;
    }

    @Override
    public double cumulativeProbability(double x) {
        return NormalDistribution.of(mean, sigma).cumulativeProbability(x);
    }

    @Override
    public double quantile(double probability) {
        return NormalDistribution.of(mean, sigma).inverseCumulativeProbability(probability);
    }
}
