package org.penguinfit.core.significance;

/**
 * The test statistics of arXiv:1007.1727, functions of the profile likelihood ratio of one parameter of interest μ whose
 * physical values are μ ≥ 0. Toys and asymptotic formulae share them; large values mean disagreement.
 *
 * <p>The estimator μ̂ is the best fit within the bounds of the parameter. Where those end at 0 the plain statistics equal
 * their tilde versions up to that restriction; a signal strength that may fluctuate below 0 needs a wider bound.
 */
public enum TestStatistic {
    /** t_μ = −2 ln λ(μ), two-sided (eq 8). */
    T_MU,
    /** t̃_μ: as t_μ, with μ̂ replaced by 0 where it is negative (eq 11). */
    T_TILDE_MU,
    /** q_μ for upper limits: as t_μ for μ̂ ≤ μ, else 0 (eq 14). */
    Q_MU,
    /** q̃_μ for upper limits: as t̃_μ for μ̂ ≤ μ, else 0 (eq 16). */
    Q_TILDE_MU,
    /** q_0 for discovery: −2 ln λ(0) for μ̂ ≥ 0, else 0 (eq 12); tests μ = 0 whatever μ is asked. */
    Q_0;

    /**
     * The value for the data of a likelihood ratio.
     *
     * @param ratio of one parameter of interest
     * @param mu the tested value, within its bounds; not negative for the tilde statistics
     * @throws IllegalStateException when a minimisation failed
     */
    public double value(LikelihoodRatio ratio, double mu) {
        if (ratio.interest().size() != 1) {
            throw new IllegalArgumentException("a test statistic has one parameter of interest, found "
                    + ratio.interest().size());
        }
        requirePhysical(mu);
        double tested = this == Q_0 ? 0.0 : mu;
        double delta = ratio.delta(tested); // first, as it may adopt a lower best fit
        double estimate = ratio.best().point().get(ratio.interest().get(0));
        return switch (this) {
            case T_MU -> delta;
            case T_TILDE_MU -> estimate < 0.0 ? fromZero(ratio, delta) : delta;
            case Q_MU -> estimate > mu ? 0.0 : delta;
            case Q_TILDE_MU -> estimate > mu ? 0.0 : estimate < 0.0 ? fromZero(ratio, delta) : delta;
            case Q_0 -> estimate < 0.0 ? 0.0 : delta;
        };
    }

    /** The asymptotic distribution of this statistic (see {@link AsymptoticDistribution}). */
    public AsymptoticDistribution asymptotic(double mu, double muPrime, double sigma) {
        return new AsymptoticDistribution(this, this == Q_0 ? 0.0 : mu, muPrime, sigma);
    }

    void requirePhysical(double mu) {
        boolean tilde = this == T_TILDE_MU || this == Q_TILDE_MU;
        if (Double.isNaN(mu) || (tilde && mu < 0.0)) {
            throw new IllegalArgumentException(this + ": the tested value must not be negative, found " + mu);
        }
    }

    /** −2 ln L(μ)/L(0), both profiled. */
    private static double fromZero(LikelihoodRatio ratio, double delta) {
        return Math.max(0.0, delta - ratio.delta(0.0));
    }
}
