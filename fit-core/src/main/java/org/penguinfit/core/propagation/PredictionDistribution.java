package org.penguinfit.core.propagation;

import org.penguinfit.core.linalg.Vector;

/**
 * The distribution of one prediction over the draws.
 *
 * @param mean mean, in the unit of the prediction
 * @param sigma standard deviation, same unit
 * @param median median, same unit
 * @param skewness third standardised moment, bias-corrected (G₁), dimensionless
 * @param oneSigma from the 15.87 % to the 84.13 % quantile: 68.27 % of the draws
 * @param ninetyFive from the 2.5 % to the 97.5 % quantile
 * @param sorted the prediction of every draw that counted, ascending
 */
public record PredictionDistribution(
        Estimate mean,
        Estimate sigma,
        Estimate median,
        Estimate skewness,
        QuantileInterval oneSigma,
        QuantileInterval ninetyFive,
        Vector sorted) {
    /** The quantile of a probability in (0, 1), in the unit of the prediction. */
    public double quantile(double probability) {
        return PredictionSummary.quantile(sorted.toArray(), probability);
    }

    /**
     * An equal-tailed interval.
     *
     * @param lower lower quantile, in the unit of the prediction
     * @param upper upper quantile, same unit
     */
    public record QuantileInterval(Estimate lower, Estimate upper) {}
}
