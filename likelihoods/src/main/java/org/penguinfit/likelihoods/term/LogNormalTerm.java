package org.penguinfit.likelihoods.term;

/**
 * A value known up to a factor: −2 ln L = (ln(μ/m)/ln f)², +∞ where μ has not the sign of m. The measured ln m scatters around
 * ln μ with the width ln f; the Jacobian of that distribution is one of the datum, constant in μ, so it does not enter.
 * (flavio takes the log-normal density as a function of μ and so has 2 ln μ in addition.)
 *
 * @param central median m, not zero
 * @param factor f, > 1; 68.27 % lie between m/f and m·f
 */
public record LogNormalTerm(double central, double factor) implements SingleTerm {
    public LogNormalTerm {
        Positive.requireFinite(central, "median");
        if (central == 0) {
            throw new IllegalArgumentException("median: must not be 0");
        }
        Positive.require(factor - 1, "factor - 1");
    }

    @Override
    public double at(double mu) {
        double ratio = mu / central;
        if (!(ratio > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double t = Math.log(ratio) / Math.log(factor);
        return t * t;
    }

    @Override
    public double slope(double mu) {
        double ratio = mu / central;
        double width = Math.log(factor);
        return ratio > 0 ? 2 * Math.log(ratio) / (width * width * mu) : 0;
    }

    @Override
    public double curvature(double mu) {
        double ratio = mu / central;
        double width = Math.log(factor);
        return ratio > 0 ? 2 * (1 - Math.log(ratio)) / (width * width * mu * mu) : 0;
    }

    @Override
    public double draw(double mu, double z) {
        if (!(mu / central > 0)) {
            throw new IllegalArgumentException("log-normal: no data at a prediction of the other sign, " + mu);
        }
        return mu * Math.exp(z * Math.log(factor));
    }

    @Override
    public SingleTerm withDatum(double datum) {
        return new LogNormalTerm(datum, factor);
    }
}
