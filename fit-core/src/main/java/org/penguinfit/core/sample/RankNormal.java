package org.penguinfit.core.sample;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Rearrangements of chains that the diagnostics of Vehtari et al., arXiv:1903.08008, are made of. */
final class RankNormal {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0.0, 1.0);

    private RankNormal() {}

    /** First and second half of every chain; of an odd number of draws the middle one is left out. */
    static double[][] split(double[][] chains) {
        double[][] halves = new double[2 * chains.length][];
        for (int c = 0; c < chains.length; c++) {
            int n = chains[c].length;
            halves[2 * c] = Arrays.copyOfRange(chains[c], 0, n / 2);
            halves[2 * c + 1] = Arrays.copyOfRange(chains[c], n - n / 2, n);
        }
        return halves;
    }

    /** Each draw replaced by Φ⁻¹((rank − 3/8)/(S + 1/4)) of its rank among all S draws: equation 14. */
    static double[][] scores(double[][] chains) {
        double[] ranks = new NaturalRanking(TiesStrategy.AVERAGE).rank(pooled(chains));
        double[][] scores = new double[chains.length][];
        int at = 0;
        for (int c = 0; c < chains.length; c++) {
            scores[c] = new double[chains[c].length];
            for (int t = 0; t < scores[c].length; t++) {
                scores[c][t] = NORMAL.inverseCumulativeProbability((ranks[at++] - 0.375) / (ranks.length + 0.25));
            }
        }
        return scores;
    }

    /** Each draw's distance to the median of all. */
    static double[][] folded(double[][] chains) {
        double[] all = sorted(chains);
        int n = all.length;
        double median = 0.5 * (all[(n - 1) / 2] + all[n / 2]);
        return map(chains, x -> Math.abs(x - median));
    }

    static double[][] map(double[][] chains, DoubleUnaryOperator function) {
        double[][] mapped = new double[chains.length][];
        for (int c = 0; c < chains.length; c++) {
            mapped[c] = Arrays.stream(chains[c]).map(function).toArray();
        }
        return mapped;
    }

    static double[] pooled(double[][] chains) {
        return Arrays.stream(chains).flatMapToDouble(Arrays::stream).toArray();
    }

    static double[] sorted(double[][] chains) {
        double[] all = pooled(chains);
        Arrays.sort(all);
        return all;
    }
}
