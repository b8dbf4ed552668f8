package org.penguinfit.likelihoods.term;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * An upper limit L at confidence level c that came with a central value d: −2 ln L = ((μ − d)/σ)², with σ such that the
 * Gaussian reproduces the limit.
 *
 * <p>Unbounded: Φ((L − d)/σ) = c, thus σ = (L − d)/Φ⁻¹(c). Bounded (a limit derived with the prior μ ≥ 0): σ solves
 * [Φ((L − d)/σ) − Φ(−d/σ)] / [1 − Φ(−d/σ)] = c.
 *
 * @param limit the published limit L, > 0 if bounded
 * @param level its confidence level c, in (0, 1)
 * @param central the published central value d, below the limit
 * @param bounded whether the limit was derived for μ ≥ 0
 * @param sigma σ, derived
 */
public record GaussianFromCentralTerm(double limit, double level, double central, boolean bounded, double sigma)
        implements ParabolicLimit {
    /** Absolute accuracy of the logarithm of the width that solves the bounded equation. */
    private static final double LOG_ACCURACY = 1e-15;

    /** Steps of a factor e from L − d that the search for the bounded width may take: more than any double needs. */
    private static final int LARGEST_STEPS = 1000;

    private static final int EVALUATIONS = 200;

    private static final double SQRT2 = Math.sqrt(2);

    public GaussianFromCentralTerm {
        Positive.requireFinite(limit, "limit");
        Positive.requireFinite(central, "central");
        Positive.require(limit - central, "limit - central");
        Positive.requireProbability(level, "confidence level");
        Positive.requireWidth(sigma, "sigma");
        if (bounded) {
            Positive.require(limit, "limit of a quantity that is not negative");
        }
    }

    /**
     * The term of a limit with a central value.
     *
     * @throws IllegalArgumentException if no Gaussian reproduces the limit (unbounded with c ≤ 0.5, bounded with L ≤ 0);
     *     the message says why
     */
    public static GaussianFromCentralTerm of(double limit, double level, double central, boolean bounded) {
        Positive.requireProbability(level, "confidence level");
        Positive.require(limit - central, "limit - central");
        if (bounded) {
            Positive.require(limit, "limit of a quantity that is not negative");
        }
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

    /** The left side of the equation falls from 1 to 0 as σ grows, so there is one solution for every c. */
    private static double boundedSigma(double limit, double level, double central) {
        double distance = limit - central;
        UnivariateFunction excess = u -> excess(limit, level, central, distance * Math.exp(u));
        double step = excess.value(0) < 0 ? 1 : -1;
        double u = step;
        for (int k = 0; k < LARGEST_STEPS; k++, u += step) {
            if (excess.value(u) * step >= 0) {
                BracketingNthOrderBrentSolver solver = new BracketingNthOrderBrentSolver(0, LOG_ACCURACY, 0, 5);
                double root = solver.solve(EVALUATIONS, excess, Math.min(u, u - step), Math.max(u, u - step));
                return distance * Math.exp(root);
            }
        }
        throw new IllegalArgumentException("no Gaussian on values >= 0 with central value " + central + " has " + level
                + " of its probability below " + limit);
    }

    /**
     * ln of the probability above L among all above zero, less ln(1 − c). In logarithms and with the scaled complementary
     * error function, so that it keeps its digits where both tails underflow (d far below zero).
     */
    private static double excess(double limit, double level, double central, double sigma) {
        double a = (limit - central) / sigma;
        double b = -central / sigma;
        double above = Math.log(Erfcx.value(a / SQRT2));
        if (b > 0) {
            return above - Math.log(Erfcx.value(b / SQRT2)) - limit / sigma * (a + b) / 2 - Math.log1p(-level);
        }
        return above - a * a / 2 - Math.log(Erfc.value(b / SQRT2)) - Math.log1p(-level);
    }

    @Override
    public double width() {
        return sigma;
    }
}
