package org.penguinfit.likelihoods.term;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * An upper limit taken as a half-Gaussian with its mode at zero: −2 ln L = (μ/σ)² with σ = L/Φ⁻¹((1 + c)/2), so that the half
 * of a Gaussian above zero holds the probability c below L (flavio's {@code gaussian_upper_limit}). It assumes that nothing
 * was seen. For μ &lt; 0, where a rate has no meaning, the same formula holds, so that the minimum stays smooth.
 *
 * @param limit the published limit L, > 0
 * @param level its confidence level c, in (0, 1)
 * @param sigma σ, derived
 */
public record HalfGaussianTerm(double limit, double level, double sigma) implements PiecewiseQuadraticTerm {
    public HalfGaussianTerm {
        Positive.require(limit, "limit");
        Positive.requireProbability(level, "confidence level");
        Positive.requireWidth(sigma, "sigma");
    }

    /** The term of a limit at a confidence level. */
    public static HalfGaussianTerm of(double limit, double level) {
        Positive.requireProbability(level, "confidence level");
        double quantile = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        return new HalfGaussianTerm(limit, level, limit / quantile);
    }

    @Override
    public double central() {
        return 0;
    }

    @Override
    public double[] breakpoints() {
        return new double[0];
    }

    @Override
    public Parabola parabolaAt(double mu) {
        return new Parabola(0, 1 / (sigma * sigma));
    }

    @Override
    public boolean isLimit() {
        return true;
    }

    @Override
    public double draw(double mu, double z) {
        return mu + sigma * z;
    }

    @Override
    public SingleTerm withDatum(double datum) {
        return new GaussianTerm(datum, sigma);
    }
}
