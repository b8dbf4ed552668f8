package org.penguinfit.likelihoods.curve;

/**
 * The logarithm of a gamma variable, as EOS encodes skew results: with w = (x − mode)/λ, −2 ln L = 2α(e^w − 1 − w).
 *
 * @param mode where the density is highest
 * @param lambda width λ, not 0
 * @param alpha shape α, &gt; 0
 */
public record LogGammaCurve(double mode, double lambda, double alpha) implements Curve {
    public LogGammaCurve {
        Checks.finite(mode, "mode");
        Checks.positive(Math.abs(lambda), "size of lambda");
        Checks.positive(alpha, "alpha");
    }

    private double w(double x) {
        return (x - mode) / lambda;
    }

    @Override
    public double at(double x) {
        return 2 * alpha * (Math.expm1(w(x)) - w(x));
    }

    @Override
    public double slope(double x) {
        return 2 * alpha * Math.expm1(w(x)) / lambda;
    }

    @Override
    public double curvature(double x) {
        return 2 * alpha * Math.exp(w(x)) / (lambda * lambda);
    }

    @Override
    public boolean hasSmoothRoot() {
        return true;
    }
}
