package org.penguinfit.likelihoods.curve;

/**
 * −2 ln of an Amoroso density, a generalised gamma distribution of the observable itself: with z = (x − a)/θ it is
 * 2[z^β − (αβ − 1) ln z], less its lowest value at z = (α − 1/β)^(1/β); +∞ for z ≤ 0, but for αβ = 1, where it is 2z^β and 0 at z = 0.
 * (G. Crooks, arXiv:1005.3274.)
 *
 * @param lowerEnd a
 * @param scale θ > 0
 * @param alpha shape α > 0
 * @param beta shape β > 0; αβ ≥ 1
 */
public record AmorosoCurve(double lowerEnd, double scale, double alpha, double beta) implements Curve {
    public AmorosoCurve {
        Checks.finite(lowerEnd, "lower end");
        Checks.positive(scale, "scale");
        Checks.positive(alpha, "alpha");
        Checks.positive(beta, "beta");
        Checks.that(alpha * beta >= 1, "alpha times beta: must be >= 1, found " + alpha * beta);
    }

    private double z(double x) {
        return (x - lowerEnd) / scale;
    }

    private double best() {
        return Math.pow(Math.max(0, alpha - 1 / beta), 1 / beta);
    }

    private boolean isExcluded(double z) {
        return z < 0 || (z == 0 && best() > 0);
    }

    /** In r = ln(z/z₀): z^β = z₀^β e^(βr) and αβ − 1 = β z₀^β, so that near the mode no large numbers cancel. */
    @Override
    public double at(double x) {
        double z = z(x);
        if (isExcluded(z)) {
            return Double.POSITIVE_INFINITY;
        }
        double best = best();
        if (best == 0) {
            return 2 * Math.pow(z, beta);
        }
        double r = beta * Math.log(z / best);
        return 2 * Math.pow(best, beta) * ExponentialRest.of(r);
    }

    @Override
    public double slope(double x) {
        double z = z(x);
        if (isExcluded(z)) {
            return 0;
        }
        double best = best();
        if (best == 0) {
            return 2 * beta * Math.pow(z, beta - 1) / scale;
        }
        return 2 * beta * Math.pow(best, beta) * Math.expm1(beta * Math.log(z / best)) / (z * scale);
    }

    @Override
    public double curvature(double x) {
        double z = z(x);
        if (isExcluded(z)) {
            return 0;
        }
        double best = best();
        if (best == 0) {
            return beta == 1 ? 0 : 2 * beta * (beta - 1) * Math.pow(z, beta - 2) / (scale * scale);
        }
        double power = Math.pow(z, beta);
        return 2 * (beta * (beta - 1) * power + alpha * beta - 1) / (z * z * scale * scale);
    }

    @Override
    public double mode() {
        return lowerEnd + scale * best();
    }

    @Override
    public boolean hasSmoothRoot() {
        return false;
    }
}
