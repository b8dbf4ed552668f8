package org.penguinfit.likelihoods.term;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * An upper limit L at confidence level c that came with a central value d: −2 ln L = ((μ − d)/σ)², with σ such that the
 * Gaussian reproduces the limit.
 *
 * <p>Unbounded: Φ((L − d)/σ) = c, thus σ = (L − d)/Φ⁻¹(c). Bounded (a limit derived with the prior μ ≥ 0): σ solves
 * [Φ((L − d)/σ) − Φ(−d/σ)] / [1 − Φ(−d/σ)] = c.
 *
 * @param limit the published limit L
 * @param level its confidence level c, in (0, 1)
 * @param central the published central value d, below the limit
 * @param bounded whether the limit was derived for μ ≥ 0
 * @param sigma σ, derived
 */
public record GaussianFromCentralTerm(double limit, double level, double central, boolean bounded, double sigma)
        implements PiecewiseQuadraticTerm {
    /** Relative accuracy of the width that solves the bounded equation. */
    private static final double SIGMA_ACCURACY = 1e-14;

    /** Relative to L − d; a width beyond these has no meaning for a limit. */
    private static final double NARROWEST = 1e-3;

    private static final double WIDEST = 1e4;

    /** In standard deviations; the Gaussian tail beyond has no digits left. */
    private static final double FARTHEST_TAIL = 30;

    public GaussianFromCentralTerm {
        Positive.requireFinite(limit, "limit");
        Positive.requireFinite(central, "central");
        Positive.require(limit - central, "limit - central");
        Positive.requireProbability(level, "confidence level");
        Positive.require(sigma, "sigma");
    }

    /**
     * The term of a limit with a central value.
     *
     * @throws IllegalArgumentException if no Gaussian reproduces the limit; the message says why
     */
    public static GaussianFromCentralTerm of(double limit, double level, double central, boolean bounded) {
        Positive.requireProbability(level, "confidence level");
        Positive.require(limit - central, "limit - central");
        double sigma = bounded ? boundedSigma(limit, level, central) : unboundedSigma(limit, level, central);
        return new GaussianFromCentralTerm(limit, level, central, bounded, sigma);
    }

    private static double unboundedSigma(double limit, double level, double central) {
        if (level <= 0.5) {
            throw new IllegalArgumentException(
                    "confidence level: must be above 0.5 for a limit above the central value, found " + level);
        }
        return (limit - central) / NormalDistribution.of(0, 1).inverseSurvivalProbability(1 - level);
    }

    private static double boundedSigma(double limit, double level, double central) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        // With σ = s (L − d): the excess of the probability above L over 1 − c, among all above zero.
        double distance = limit - central;
        double zero = -central / distance;
        java.util.function.DoubleUnaryOperator excess =
                s -> normal.survivalProbability(1 / s) - (1 - level) * normal.survivalProbability(zero / s);
        double narrowest = Math.max(NARROWEST, zero / FARTHEST_TAIL);
        if (!(excess.applyAsDouble(narrowest) < 0 && excess.applyAsDouble(WIDEST) > 0)) {
            throw new IllegalArgumentException("no Gaussian on values >= 0 with central value " + central + " has "
                    + level + " of its probability below " + limit);
        }
        BracketingNthOrderBrentSolver solver = new BracketingNthOrderBrentSolver(SIGMA_ACCURACY, SIGMA_ACCURACY, 5);
        return distance * solver.solve(1000, excess::applyAsDouble, narrowest, WIDEST);
    }

    @Override
    public double[] breakpoints() {
        return new double[0];
    }

    @Override
    public Parabola parabolaAt(double mu) {
        return new Parabola(central, 1 / (sigma * sigma));
    }
}
