package org.penguinfit.likelihoods.term;

/**
 * A measured value with a symmetric uncertainty: −2 ln L = ((μ − d)/σ)².
 *
 * @param central measured value d
 * @param sigma total standard deviation σ (half-width of 68.27 %), same unit, > 0
 */
public record GaussianTerm(double central, double sigma) implements PiecewiseQuadraticTerm {
    public GaussianTerm {
        Positive.requireFinite(central, "central");
        Positive.requireWidth(sigma, "sigma");
    }

    @Override
    public double[] breakpoints() {
        return new double[0];
    }

    @Override
    public Parabola parabolaAt(double mu) {
        return new Parabola(central, 1 / (sigma * sigma));
    }

    @Override
    public double pull(double[] mu, int observable) {
        return (central - mu[0]) / sigma;
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
