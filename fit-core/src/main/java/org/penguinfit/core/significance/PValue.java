package org.penguinfit.core.significance;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The probability, under a hypothesis, of data that agree with it no better than those observed; and the same as a number
 * of standard deviations.
 *
 * @param value in [0, 1]; tails below 1e-308 are 0
 */
public record PValue(double value) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0.0, 1.0);

    /** Requires a probability. */
    public PValue {
        if (!(value >= 0.0 && value <= 1.0)) {
            throw new IllegalArgumentException("a p-value lies in [0, 1], found " + value);
        }
    }

    /** The upper tail of a standard normal variable, 1 − Φ(Z). */
    public static PValue ofSignificance(double z) {
        return new PValue(NORMAL.survivalProbability(z));
    }

    /** Both tails of a standard normal variable beyond ±Z. */
    public static PValue ofTwoSidedSignificance(double z) {
        return new PValue(Math.min(1.0, 2.0 * NORMAL.survivalProbability(Math.abs(z))));
    }

    /**
     * Wilks' theorem: the tail of χ² with {@code dof} degrees of freedom above a Δχ² of nested hypotheses (S. Wilks, Ann.
     * Math. Stat. 9 (1938) 60).
     *
     * @param deltaChiSquare not negative
     * @param dof number of parameters that the narrower hypothesis holds, at least 1
     */
    public static PValue wilks(double deltaChiSquare, int dof) {
        if (dof < 1 || !(deltaChiSquare >= 0.0)) {
            throw new IllegalArgumentException(
                    "Wilks: needs Δχ² >= 0 and dof >= 1, found " + deltaChiSquare + " and " + dof);
        }
        if (dof == 1) {
            return ofTwoSidedSignificance(Math.sqrt(deltaChiSquare));
        }
        return new PValue(ChiSquaredDistribution.of(dof).survivalProbability(deltaChiSquare));
    }

    /** The one-sided significance Z = Φ⁻¹(1 − p) (arXiv:1007.1727, eq 1); +∞ for p = 0, −∞ for p = 1. */
    public double significance() {
        return NORMAL.inverseSurvivalProbability(value);
    }

    /** The two-sided significance Φ⁻¹(1 − p/2), not negative; +∞ for p = 0. */
    public double twoSidedSignificance() {
        return NORMAL.inverseSurvivalProbability(0.5 * value);
    }
}
