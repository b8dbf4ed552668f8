package org.penguinfit.core.interval;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

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
