package org.penguinfit.core.significance;

/**
 * Counts with the source on and off, n_on ~ Poisson(s + b) and n_off ~ Poisson(b/α): the closed form of a discovery with a
 * background that is measured (T.-P. Li and Y.-Q. Ma, Astrophys. J. 272 (1983) 317, eq 17).
 *
 * @param on counts with the source, not negative
 * @param off counts without the source, not negative
 * @param alpha ratio of the exposures on/off, positive
 */
public record OnOffCounting(double on, double off, double alpha) {
    /** Requires counts and a ratio. */
    public OnOffCounting {
        if (!(on >= 0.0 && off >= 0.0 && alpha > 0.0)) {
            throw new IllegalArgumentException(
                    "on/off counting: needs counts >= 0 and alpha > 0, found " + on + ", " + off + ", " + alpha);
        }
    }

    /** Estimate of the source counts, n_on − α n_off. */
    public double excess() {
        return on - alpha * off;
    }

    /** −2 ln λ(s = 0), the square of Li and Ma's eq 17, whatever the sign of the excess. */
    public double likelihoodRatio() {
        double total = on + off;
        double onTerm = on > 0.0 ? on * Math.log((1.0 + alpha) / alpha * (on / total)) : 0.0;
        double offTerm = off > 0.0 ? off * Math.log((1.0 + alpha) * (off / total)) : 0.0;
        return Math.max(0.0, 2.0 * (onTerm + offTerm));
    }

    /** Asymptotic significance of an excess; 0 for a deficit. */
    public double significance() {
        return excess() > 0.0 ? Math.sqrt(likelihoodRatio()) : 0.0;
    }
}
