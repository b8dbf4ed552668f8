package org.penguinfit.core.significance;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * The distribution of a test statistic for μ when μ′ is true, in Wald's approximation: −2 ln λ(μ) = (μ − μ̂)²/σ² with μ̂
 * Gaussian around μ′ (arXiv:1007.1727, eqs 17 and 35 to 67).
 *
 * @param statistic the statistic
 * @param mu the tested value; 0 for q_0; not negative for the tilde statistics
 * @param muPrime the true value
 * @param sigma standard deviation of μ̂, in the unit of μ, positive
 */
public record AsymptoticDistribution(TestStatistic statistic, double mu, double muPrime, double sigma) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0.0, 1.0);
    private static final double QUANTILE_ACCURACY = 1e-13;
    private static final int QUANTILE_CALLS = 500;

    /** Requires a positive σ and a tested value that the statistic allows. */
    public AsymptoticDistribution {
        statistic.requirePhysical(mu);
        if (!(sigma > 0.0) || !Double.isFinite(muPrime)) {
            throw new IllegalArgumentException(
                    "asymptotic distribution: sigma must be > 0 and mu' finite, found " + sigma + " and " + muPrime);
        }
    }

    /**
     * σ of the estimator from the statistic of Asimov data: σ² = (μ − μ′)²/q_A (arXiv:1007.1727, eqs 30 to 32).
     *
     * @param mu tested value
     * @param muPrime value of the Asimov data, different from {@code mu}
     * @param asimov the statistic for those data, positive
     */
    public static double sigma(double mu, double muPrime, double asimov) {
        return Math.abs(mu - muPrime) / Math.sqrt(asimov);
    }

    /** The standard deviations of μ̂ between the tested and the true value, (μ − μ′)/σ. */
    private double shift() {
        return (mu - muPrime) / sigma;
    }

    /** Probability of a value up to {@code q}; 0 for negative {@code q}. */
    public double cumulative(double q) {
        return q < 0.0 ? 0.0 : 1.0 - survival(q);
    }

    /**
     * Probability of a value above {@code q}, without cancellation. At q = 0 the one-sided statistics leave out the
     * probability of exactly 0, so that the p-value there is 1/2, as in the paper.
     */
    public double survival(double q) {
        if (!(q >= 0.0)) {
            return 1.0;
        }
        double root = Math.sqrt(q);
        return switch (statistic) {
            case T_MU -> above(root + shift()) + above(root - shift());
            case T_TILDE_MU -> above(root + shift()) + above(lowerTail(q));
            case Q_MU, Q_0 -> above(statistic == TestStatistic.Q_0 ? root + shift() : root - shift());
            case Q_TILDE_MU -> above(lowerTail(q));
        };
    }

    /**
     * Standard deviations by which μ̂ lies below μ′ where the tilde statistic of a small μ̂ equals q: beyond q = μ²/σ² the
     * estimate is negative and −2 ln λ linear in it (eqs 43 and 65).
     */
    private double lowerTail(double q) {
        if (mu == 0.0) {
            return Double.POSITIVE_INFINITY; // the statistics of μ = 0 vanish for negative estimates
        }
        double limit = mu / sigma * (mu / sigma);
        if (q <= limit) {
            return Math.sqrt(q) - shift();
        }
        return (q - (mu * mu - 2.0 * mu * muPrime) / (sigma * sigma)) / (2.0 * mu / sigma);
    }

    private static double above(double z) {
        return NORMAL.survivalProbability(z);
    }

    /** The p-value of an observed value, 1 − F(q). */
    public PValue pValue(double observed) {
        return new PValue(Math.min(1.0, survival(observed)));
    }

    /**
     * The smallest value with at least this probability up to it.
     *
     * @param probability in (0, 1)
     */
    public double quantile(double probability) {
        if (!(probability > 0.0 && probability < 1.0)) {
            throw new IllegalArgumentException("a quantile needs a probability in (0, 1), found " + probability);
        }
        double tail = 1.0 - probability;
        if (survival(0.0) <= tail) {
            return 0.0;
        }
        double high = 1.0;
        while (survival(high) > tail) {
            high *= 2.0;
        }
        return new BracketingNthOrderBrentSolver(QUANTILE_ACCURACY, QUANTILE_ACCURACY, 5)
                .solve(QUANTILE_CALLS, q -> survival(q) - tail, 0.0, high);
    }
}
