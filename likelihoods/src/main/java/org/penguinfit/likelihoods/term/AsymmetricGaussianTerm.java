package org.penguinfit.likelihoods.term;

/**
 * A measured value d with different uncertainties above (σ₊) and below (σ₋). The numbers alone do not fix the likelihood;
 * three usual forms are offered, all of them 0 at μ = d and 1 at μ = d + σ₊ and μ = d − σ₋:
 *
 * <ul>
 *   <li>{@link Split}: ((μ − d)/σ±)², σ₊ for μ > d, σ₋ for μ < d;
 *   <li>{@link LinearSigma}: ((μ − d)/σ(μ))² with σ(μ) = 2σ₊σ₋/(σ₊+σ₋) + (σ₊−σ₋)/(σ₊+σ₋)·(μ − d);
 *   <li>{@link LinearVariance}: (μ − d)²/V(μ) with V(μ) = σ₊σ₋ + (σ₊−σ₋)(μ − d).
 * </ul>
 *
 * <p>The last two are those of R. Barlow, "Asymmetric statistical errors", arXiv:physics/0406120, sections 3.5 and 3.6. They
 * hold where σ(μ) and V(μ) are positive; −2 ln L grows without bound towards the end of that region, on the side of the
 * smaller uncertainty, and is +∞ beyond. On the other side the linear variance grows like |μ − d|, but the linear sigma
 * never exceeds ((σ₊+σ₋)/(σ₊−σ₋))²: with very unequal sides it cannot exclude anything there.
 */
public final class AsymmetricGaussianTerm {
    private AsymmetricGaussianTerm() {}

    /**
     * Two half-parabolas: ((μ − d)/σ₊)² for μ ≥ d, ((μ − d)/σ₋)² for μ < d.
     *
     * @param central measured value d
     * @param plus uncertainty above σ₊, > 0
     * @param minus uncertainty below σ₋, > 0
     */
    public record Split(double central, double plus, double minus) implements PiecewiseQuadraticTerm {
        public Split {
            check(central, plus, minus);
        }

        @Override
        public double[] breakpoints() {
            return new double[] {central};
        }

        @Override
        public Parabola parabolaAt(double mu) {
            double sigma = mu < central ? minus : plus;
            return new Parabola(central, 1 / (sigma * sigma));
        }

        @Override
        public double draw(double mu, double z) {
            return mu + (z < 0 ? plus : minus) * z;
        }

        @Override
        public SingleTerm withDatum(double datum) {
            return new Split(datum, plus, minus);
        }
    }

    /** A form whose width follows the prediction: (μ − d)²/V(μ), +∞ where V(μ) is not positive. */
    public sealed interface Linear extends SingleTerm permits LinearSigma, LinearVariance {
        /** Variance at a distance t = μ − d, its first and second derivative; {@code NaN} where the form does not hold. */
        double[] variance(double t);

        @Override
        default double at(double mu) {
            double t = mu - central();
            double v = variance(t)[0];
            return v > 0 ? t * t / v : Double.POSITIVE_INFINITY;
        }

        @Override
        default double slope(double mu) {
            double t = mu - central();
            double[] v = variance(t);
            return v[0] > 0 ? t / v[0] * (2 - t * v[1] / v[0]) : 0;
        }

        @Override
        default double curvature(double mu) {
            double t = mu - central();
            double[] v = variance(t);
            if (!(v[0] > 0)) {
                return 0;
            }
            double r = t * v[1] / v[0];
            return (2 - 4 * r + 2 * r * r - t * t * v[2] / v[0]) / v[0];
        }
    }

    /**
     * Width linear in the prediction: ((μ − d)/σ(μ))², σ(μ) = 2σ₊σ₋/(σ₊+σ₋) + (σ₊−σ₋)/(σ₊+σ₋)·(μ − d).
     *
     * @param central measured value d
     * @param plus uncertainty above σ₊, > 0
     * @param minus uncertainty below σ₋, > 0
     */
    public record LinearSigma(double central, double plus, double minus) implements Linear {
        public LinearSigma {
            check(central, plus, minus);
        }

        @Override
        public double[] variance(double t) {
            double rate = (plus - minus) / (plus + minus);
            double sigma = 2 * plus * minus / (plus + minus) + rate * t;
            return sigma > 0
                    ? new double[] {sigma * sigma, 2 * sigma * rate, 2 * rate * rate}
                    : new double[] {Double.NaN, 0, 0};
        }

        @Override
        public double draw(double mu, double z) {
            return mu + (z < 0 ? plus : minus) * z;
        }

        @Override
        public SingleTerm withDatum(double datum) {
            return new LinearSigma(datum, plus, minus);
        }
    }

    /**
     * Variance linear in the prediction: (μ − d)²/V(μ), V(μ) = σ₊σ₋ + (σ₊−σ₋)(μ − d).
     *
     * @param central measured value d
     * @param plus uncertainty above σ₊, > 0
     * @param minus uncertainty below σ₋, > 0
     */
    public record LinearVariance(double central, double plus, double minus) implements Linear {
        public LinearVariance {
            check(central, plus, minus);
        }

        @Override
        public double[] variance(double t) {
            double v = plus * minus + (plus - minus) * t;
            return new double[] {v > 0 ? v : Double.NaN, plus - minus, 0};
        }

        @Override
        public double draw(double mu, double z) {
            return mu + (z < 0 ? plus : minus) * z;
        }

        @Override
        public SingleTerm withDatum(double datum) {
            return new LinearVariance(datum, plus, minus);
        }
    }

    private static void check(double central, double plus, double minus) {
        Positive.requireFinite(central, "central");
        Positive.requireWidth(plus, "plus");
        Positive.requireWidth(minus, "minus");
    }
}
