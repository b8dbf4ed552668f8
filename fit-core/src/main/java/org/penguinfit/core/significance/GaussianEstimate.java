package org.penguinfit.core.significance;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.penguinfit.core.interval.ConfidenceLevel;

/**
 * Closed forms for a Gaussian estimate of a parameter with known standard deviation.
 *
 * @param value the estimate μ̂
 * @param sigma its standard deviation, same unit, positive
 */
public record GaussianEstimate(double value, double sigma) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0.0, 1.0);

    /** Requires a finite value and a positive σ. */
    public GaussianEstimate {
        if (!Double.isFinite(value) || !(sigma > 0.0)) {
            throw new IllegalArgumentException(
                    "a Gaussian estimate needs a finite value and sigma > 0, found " + value + " ± " + sigma);
        }
    }

    /** The one-sided upper limit μ̂ + σ Φ⁻¹(CL); may be negative. */
    public double upperLimit(ConfidenceLevel level) {
        return value + sigma * NORMAL.inverseSurvivalProbability(level.tail());
    }

    /**
     * The CLs upper limit μ̂ + σ Φ⁻¹(1 − α Φ(μ̂/σ)) with α = 1 − CL (A.L. Read, J. Phys. G 28 (2002) 2693, for Gaussian
     * CLs+b and CLb = Φ(μ̂/σ)); positive.
     */
    public double clsUpperLimit(ConfidenceLevel level) {
        double clb = NORMAL.cumulativeProbability(value / sigma);
        return value + sigma * NORMAL.inverseSurvivalProbability(level.tail() * clb);
    }

    /**
     * The CLs limit expected without signal, at a fluctuation of the estimate by N standard deviations:
     * σ (Φ⁻¹(1 − α Φ(N)) + N) (arXiv:1007.1727, eq 89, with CLs).
     */
    public static double expectedClsUpperLimit(double sigma, ConfidenceLevel level, double fluctuation) {
        return new GaussianEstimate(sigma * fluctuation, sigma).clsUpperLimit(level);
    }
}
