package org.penguinfit.likelihoods.curve;

/**
 * −2 ln of a log-gamma density: with t = (x − mode)/λ it is 2α(eᵗ − 1 − t), 0 at the mode and for large α the parabola of
 * σ = |λ|/√α. It is EOS's −αz + e^z with z = t + ln α, less its lowest value.
 *
 * @param mode where it is 0
 * @param lambda width λ, not 0
 * @param alpha shape α > 0
 */
public record LogGammaCurve(double mode, double lambda, double alpha) implements Curve {
    public LogGammaCurve {
        Checks.finite(mode, "mode");
        Checks.positive(Math.abs(lambda), "size of lambda");
        Checks.positive(alpha, "alpha");
    }

    private double t(double x) {
        return (x - mode) / lambda;
    }

    @Override
    public double at(double x) {
        double t = t(x);
        return 2 * alpha * ExponentialRest.of(t);
    }

    @Override
    public double slope(double x) {
        return 2 * alpha * Math.expm1(t(x)) / lambda;
    }

    @Override
    public double curvature(double x) {
        return 2 * alpha * Math.exp(t(x)) / (lambda * lambda);
    }

    @Override
    public boolean hasSmoothRoot() {
        return false; // e^t overflows
    }
}
