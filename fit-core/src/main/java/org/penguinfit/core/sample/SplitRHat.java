package org.penguinfit.core.sample;

import org.apache.commons.math3.stat.StatUtils;

/**
 * Potential scale reduction R̂: the square root of the ratio of the variance of all chains together to that within chains.
 * Chains are split in halves, so that a drift shows too, and rank-normalised, so that heavy tails do not hide a
 * disagreement; folded around the median, chains of different width show (Vehtari et al., arXiv:1903.08008, section 4).
 */
public final class SplitRHat {
    private SplitRHat() {}

    /** The larger of R̂ of the ranks and of the folded ranks; NaN when the draws do not vary. */
    public static double of(double[][] chains) {
        double[][] halves = RankNormal.split(chains);
        return Math.max(plain(RankNormal.scores(halves)), plain(RankNormal.scores(RankNormal.folded(halves))));
    }

    /** R̂ of the draws as they are, neither split nor ranked (Vehtari et al., equations 1 to 4). */
    static double plain(double[][] chains) {
        double[] means = new double[chains.length];
        double within = 0.0;
        for (int c = 0; c < chains.length; c++) {
            means[c] = StatUtils.mean(chains[c]);
            within += StatUtils.variance(chains[c]) / chains.length;
        }
        double n = chains[0].length;
        double all = within * (n - 1.0) / n + StatUtils.variance(means);
        return within > 0.0 ? Math.sqrt(all / within) : all > 0.0 ? Double.POSITIVE_INFINITY : Double.NaN;
    }
}
