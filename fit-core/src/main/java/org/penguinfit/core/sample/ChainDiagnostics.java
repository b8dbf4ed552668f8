package org.penguinfit.core.sample;

/**
 * How well the chains agree on one parameter, and how many independent draws they are worth.
 *
 * @param rHat rank-normalised split R̂, the larger of bulk and folded; 1 when chains agree; NaN when the draws do not vary
 * @param bulkEss effective sample size for the centre of the distribution
 * @param tailEss effective sample size for the 5 % and 95 % quantiles, the smaller
 * @param autocorrelationTime integrated autocorrelation time in draws, averaged over chains; 1 for independent draws; NaN as
 *     above
 */
public record ChainDiagnostics(double rHat, double bulkEss, double tailEss, double autocorrelationTime) {
    /** Chains agree below this: Vehtari et al., Bayesian Anal. 16 (2021) 667 (arXiv:1903.08008), section 4. */
    public static final double LARGEST_R_HAT = 1.01;

    /** Estimates of R̂ and of effective sample sizes are themselves to be trusted above this: ibid. */
    public static final double SMALLEST_ESS = 400.0;

    /** Diagnoses the draws of one parameter, one array per chain, all of equal length, at least 8. */
    public static ChainDiagnostics of(double[][] chains) {
        return new ChainDiagnostics(
                SplitRHat.of(chains),
                EffectiveSampleSize.bulk(chains),
                EffectiveSampleSize.tail(chains),
                AutocorrelationTime.of(chains));
    }

    /** Whether R̂ is small enough. */
    public boolean agree() {
        return rHat < LARGEST_R_HAT;
    }

    /** Whether there are enough effective draws. */
    public boolean areEnough() {
        return bulkEss > SMALLEST_ESS && tailEss > SMALLEST_ESS;
    }
}
