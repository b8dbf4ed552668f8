package org.penguinfit.core.toy;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;

/**
 * A probability estimated by counting toys.
 *
 * @param hits toys that count, from 0 to {@code trials}
 * @param trials all toys, without those that failed; at least 1
 */
public record BinomialFraction(int hits, int trials) {
    /** Requires counts that fit. */
    public BinomialFraction {
        if (trials < 1 || hits < 0 || hits > trials) {
            throw new IllegalArgumentException(
                    "a fraction needs 0 <= hits <= trials >= 1, found " + hits + "/" + trials);
        }
    }

    /** The fraction, in [0, 1]. */
    public double value() {
        return (double) hits / trials;
    }

    /** The binomial standard error √(p(1 − p)/n); 0 at the ends, where {@link #clopperPearson} tells more. */
    public double error() {
        return standardError(value(), trials);
    }

    /** The standard error of a fraction whose true value is known. */
    public static double standardError(double probability, int trials) {
        return Math.sqrt(probability * (1.0 - probability) / trials);
    }

    /** The central interval of Clopper and Pearson (Biometrika 26 (1934) 404), which never undercovers. */
    public Interval clopperPearson(ConfidenceLevel level) {
        double tail = 0.5 * level.tail();
        double lower =
                hits == 0 ? 0.0 : BetaDistribution.of(hits, trials - hits + 1.0).inverseCumulativeProbability(tail);
        double upper = hits == trials
                ? 1.0
                : BetaDistribution.of(hits + 1.0, trials - hits).inverseSurvivalProbability(tail);
        return new Interval(lower, upper);
    }
}
