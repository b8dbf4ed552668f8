package org.penguinfit.core.interval;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Thresholds in Δχ² by Wilks' theorem: the only place where a confidence level becomes a Δχ². */
public final class DeltaChiSquare {
    private static final int NEWTON_STEPS = 3;

    private DeltaChiSquare() {}

    /**
     * The Δχ² below which a region of {@code dof} parameters has this confidence level: the χ² quantile (PDG 2024,
     * Statistics review, Table 40.2). Exactly n² for n σ and one parameter; −2 ln(1 − CL) for two.
     *
     * @param dof number of parameters of the region, at least 1
     */
    public static double threshold(ConfidenceLevel level, int dof) {
        if (dof < 1) {
            throw new IllegalArgumentException("a region has at least one parameter, found " + dof);
        }
        if (dof == 1) {
            return level.sigmas() * level.sigmas();
        }
        if (dof == 2) {
            return -2.0 * Math.log(level.tail());
        }
        return quantile(level.tail(), ChiSquaredDistribution.of(dof));
    }

    /**
     * The Δχ² at which an upper or a lower limit of one parameter has this confidence level: z² with Φ(z) = CL, 2.71 for
     * 95 % (Cowan, Cranmer, Gross, Vitells, arXiv:1007.1727, section 2.4: q_μ for μ̂ below μ is t_μ, and its p-value is the tail of
     * one side). It is the two-sided threshold of the level 2 CL − 1.
     *
     * @throws IllegalArgumentException unless the level is above 0.5: a limit below the best value is none
     */
    public static double oneSidedThreshold(ConfidenceLevel level) {
        if (!(level.probability() > 0.5)) {
            throw new IllegalArgumentException("a one-sided limit needs a level above 0.5, found " + level);
        }
        double z = NormalDistribution.of(0.0, 1.0).inverseSurvivalProbability(level.tail());
        return z * z;
    }

    /** The upper quantile, with Newton steps on the survival probability: the library stops at 1e-9. */
    private static double quantile(double tail, ChiSquaredDistribution chiSquare) {
        double x = chiSquare.inverseSurvivalProbability(tail);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double density = chiSquare.density(x);
            double next = x + (chiSquare.survivalProbability(x) - tail) / density;
            if (!(next > 0.0) || !Double.isFinite(next)) {
                return x;
            }
            x = next;
        }
        return x;
    }
}
