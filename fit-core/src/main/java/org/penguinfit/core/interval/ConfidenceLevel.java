package org.penguinfit.core.interval;

import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A confidence level: a probability in (0, 1), which is also a two-sided number of standard deviations.
 *
 * <p>n σ stands for erf(n/√2), so 1 σ is 0.6826894921370859; its Δχ² threshold for one parameter is exactly n².
 */
public final class ConfidenceLevel {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0.0, 1.0);
    private static final int LARGEST_WHOLE_SIGMAS = 8;

    private final double probability;
    private final double tail;
    private final double sigmas;

    private ConfidenceLevel(double probability, double tail, double sigmas) {
        this.probability = probability;
        this.tail = tail;
        this.sigmas = sigmas;
    }

    /**
     * The level of this probability. A probability equal to that of a whole number of standard deviations is that level.
     *
     * @throws IllegalArgumentException unless 0 &lt; probability &lt; 1
     */
    public static ConfidenceLevel of(double probability) {
        if (!(probability > 0.0 && probability < 1.0)) {
            throw new IllegalArgumentException("a confidence level lies in (0, 1), found " + probability
                    + (probability > 1.0 && probability < 100.0 ? " (write " + probability / 100.0 + ")" : ""));
        }
        for (int n = 1; n <= LARGEST_WHOLE_SIGMAS; n++) {
            if (NORMAL.probability(-n, n) == probability) {
                return ofSigmas(n);
            }
        }
        double tail = 1.0 - probability;
        return new ConfidenceLevel(probability, tail, NORMAL.inverseSurvivalProbability(0.5 * tail));
    }

    /**
     * The two-sided level of this many standard deviations, erf(n/√2).
     *
     * @throws IllegalArgumentException unless positive and small enough for the probability to be below 1
     */
    public static ConfidenceLevel ofSigmas(double sigmas) {
        double probability = sigmas > 0.0 ? NORMAL.probability(-sigmas, sigmas) : 0.0;
        if (!(probability > 0.0 && probability < 1.0)) {
            throw new IllegalArgumentException("a number of standard deviations lies in (0, 8.2), found " + sigmas);
        }
        return new ConfidenceLevel(probability, 2.0 * NORMAL.survivalProbability(sigmas), sigmas);
    }

    /** The probability, in (0, 1). */
    public double probability() {
        return probability;
    }

    /** One minus the probability, without cancellation. */
    public double tail() {
        return tail;
    }

    /** The two-sided number of standard deviations, positive. */
    public double sigmas() {
        return sigmas;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfidenceLevel that && probability == that.probability && sigmas == that.sigmas;
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(probability) + Double.hashCode(sigmas);
    }

    @Override
    public String toString() {
        boolean whole = sigmas == Math.rint(sigmas);
        return whole
                ? String.format(Locale.ROOT, "%.0fσ", sigmas)
                : String.format(Locale.ROOT, "%s%%", Double.toString(Math.round(1e10 * probability) / 1e8));
    }
}
