package org.penguinfit.core.significance;

/**
 * Closed forms of a counting experiment n ~ Poisson(s + b) with known background: oracles for the general machinery.
 *
 * @param background expected background events b, positive
 */
public record CountingExperiment(double background) {
    /** Requires a positive background. */
    public CountingExperiment {
        if (!(background > 0.0)) {
            throw new IllegalArgumentException("a counting experiment needs b > 0, found " + background);
        }
    }

    /** q_0 = 2 (n ln(n/b) + b − n) for n above b, else 0 (arXiv:1007.1727, eq 95). */
    public double discovery(double observed) {
        return observed > background ? deviance(observed, background) : 0.0;
    }

    /** Asymptotic significance √q_0 of an excess (eq 96). */
    public double significance(double observed) {
        return Math.sqrt(discovery(observed));
    }

    /** Median significance √(2((s + b) ln(1 + s/b) − s)) of a signal of s expected events (eq 97). */
    public double expectedSignificance(double signal) {
        return significance(signal + background);
    }

    /** −2 ln of the likelihood of mean over that of n itself: 2 (n ln(n/mean) + mean − n), not negative. */
    static double deviance(double observed, double mean) {
        double logarithm = observed > 0.0 ? observed * Math.log(observed / mean) : 0.0;
        return Math.max(0.0, 2.0 * (logarithm + mean - observed));
    }
}
