package org.penguinfit.core.sample;

import org.apache.commons.math3.stat.StatUtils;

/**
 * The number of independent draws that would tell a mean as well as the correlated draws of some chains: Vehtari et al.,
 * arXiv:1903.08008, equations 10 to 13, with Geyer's initial positive monotone sequence (Stat. Sci. 7 (1992) 473). It falls
 * too when chains disagree.
 */
public final class EffectiveSampleSize {
    private static final double TAIL = 0.05;

    private EffectiveSampleSize() {}

    /** For the mean of the draws; chains are split in halves. 0 when the draws do not vary. */
    public static double ofMean(double[][] chains) {
        return plain(RankNormal.split(chains));
    }

    /** For the centre of the distribution: of the rank-normalised draws. */
    public static double bulk(double[][] chains) {
        return plain(RankNormal.scores(RankNormal.split(chains)));
    }

    /** For the tails: the smaller of those of the 5 % and the 95 % quantile. */
    public static double tail(double[][] chains) {
        return Math.min(ofQuantile(chains, TAIL), ofQuantile(chains, 1.0 - TAIL));
    }

    /** For a quantile: of the indicator of draws not above it. */
    public static double ofQuantile(double[][] chains, double probability) {
        double[] all = RankNormal.sorted(chains);
        double quantile = Marginal.quantile(all, probability);
        return plain(RankNormal.map(RankNormal.split(chains), x -> x <= quantile ? 1.0 : 0.0));
    }

    private static double plain(double[][] chains) {
        double n = chains[0].length;
        double[] covariance = Autocovariance.mean(chains);
        double within = covariance[0] * n / (n - 1.0);
        double[] means = new double[chains.length];
        for (int c = 0; c < chains.length; c++) {
            means[c] = StatUtils.mean(chains[c]);
        }
        double all = within * (n - 1.0) / n + StatUtils.variance(means);
        if (!(all > 0.0)) {
            return 0.0;
        }
        double sum = 0.0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k + 1 < covariance.length; k += 2) {
            double even = k == 0 ? 1.0 : 1.0 - (within - covariance[k]) / all;
            double pair = even + 1.0 - (within - covariance[k + 1]) / all;
            if (pair <= 0.0) {
                break;
            }
            smallest = Math.min(smallest, pair);
            sum += smallest;
        }
        double draws = n * chains.length;
        // Antithetic chains may beat independent draws, but not without limit (as in Stan).
        double tau = Math.max(2.0 * sum - 1.0, 1.0 / Math.log10(draws));
        return draws / tau;
    }
}
