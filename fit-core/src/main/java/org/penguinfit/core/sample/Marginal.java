package org.penguinfit.core.sample;

import org.apache.commons.math3.stat.StatUtils;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.propagation.Estimate;

/**
 * The posterior of one quantity, the others integrated out, as draws in chains. Numbers come with the Monte-Carlo error that
 * the correlated draws leave.
 */
public final class Marginal {
    private final double[][] chains;
    private final Bounds range;
    private final double[] sorted;

    /**
     * Draws of a quantity.
     *
     * @param chains one array per chain, of equal length, at least 8 draws
     * @param range where the density can be positive
     */
    public Marginal(double[][] chains, Bounds range) {
        this.chains = chains.clone();
        for (int c = 0; c < chains.length; c++) {
            this.chains[c] = chains[c].clone();
            if (chains[c].length < 8 || chains[c].length != chains[0].length) {
                throw new IllegalArgumentException("chains need equal lengths of at least 8 draws");
            }
        }
        this.range = range;
        this.sorted = RankNormal.sorted(chains);
    }

    /** An equal-tailed interval. */
    public record CredibleInterval(Estimate lower, Estimate upper) {}

    /** Where the density can be positive. */
    public Bounds range() {
        return range;
    }

    double[][] chains() {
        return chains;
    }

    double[] sorted() {
        return sorted;
    }

    /** Agreement and worth of the chains. */
    public ChainDiagnostics diagnostics() {
        return ChainDiagnostics.of(chains);
    }

    /** Posterior mean. */
    public Estimate mean() {
        double sigma = Math.sqrt(StatUtils.variance(sorted));
        return new Estimate(StatUtils.mean(sorted), sigma / Math.sqrt(EffectiveSampleSize.ofMean(chains)));
    }

    /** Posterior standard deviation. */
    public Estimate sigma() {
        double mean = StatUtils.mean(sorted);
        double sigma = Math.sqrt(StatUtils.variance(sorted));
        double[][] squares = RankNormal.map(chains, x -> (x - mean) * (x - mean));
        double variance = StatUtils.variance(RankNormal.pooled(squares));
        double error = Math.sqrt(variance / EffectiveSampleSize.ofMean(squares)) / (2.0 * sigma);
        return new Estimate(sigma, error);
    }

    /**
     * A quantile. Its error is half the distance of the quantiles at p ± √(p(1 − p)/ESS) (Vehtari et al., arXiv:1903.08008,
     * section 4.4, with the binomial error for the beta quantiles).
     *
     * @param probability in (0, 1)
     */
    public Estimate quantile(double probability) {
        double ess = EffectiveSampleSize.ofQuantile(chains, probability);
        double spread = Math.sqrt(probability * (1.0 - probability) / ess);
        double high = quantile(sorted, Math.min(1.0, probability + spread));
        double low = quantile(sorted, Math.max(0.0, probability - spread));
        return new Estimate(quantile(sorted, probability), 0.5 * (high - low));
    }

    /** The interval with equal probability beyond both ends. */
    public CredibleInterval equalTailed(ConfidenceLevel level) {
        return new CredibleInterval(quantile(0.5 * level.tail()), quantile(1.0 - 0.5 * level.tail()));
    }

    /** A smooth estimate of the density. */
    public MarginalDensity density() {
        return MarginalDensity.of(sorted, range, EffectiveSampleSize.bulk(chains));
    }

    /** The smallest set of this probability, a union of segments: see {@link MarginalDensity#highestDensity}. */
    public IntervalSet highestDensity(ConfidenceLevel level) {
        return density().highestDensity(level);
    }

    /** Linear interpolation of the order statistics (R's type 7). */
    static double quantile(double[] sorted, double probability) {
        double place = probability * (sorted.length - 1);
        int below = (int) Math.floor(place);
        double fraction = place - below;
        return fraction == 0.0 ? sorted[below] : sorted[below] + fraction * (sorted[below + 1] - sorted[below]);
    }
}
