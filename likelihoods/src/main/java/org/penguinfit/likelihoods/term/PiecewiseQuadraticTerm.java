package org.penguinfit.likelihoods.term;

/**
 * A term of one observable that is a parabola between its break points (or excluded there). With a polynomial prediction
 * −2 ln L is then piecewise polynomial in each parameter, and its allowed sets follow from polynomial roots exactly.
 */
public sealed interface PiecewiseQuadraticTerm extends SingleTerm
        permits GaussianTerm, AsymmetricGaussianTerm.Split, HalfGaussianTerm, ParabolicLimit, StepTerm, RangeTerm {
    /** Predictions at which the formula changes, ascending; empty for one parabola everywhere. */
    double[] breakpoints();

    /** The parabola that holds at a prediction. */
    Parabola parabolaAt(double mu);

    /**
     * weight·(μ − vertex)², or excluded.
     *
     * @param vertex prediction at which the parabola vanishes
     * @param weight coefficient of (μ − vertex)², ≥ 0; +∞ where the prediction is excluded
     */
    record Parabola(double vertex, double weight) {
        public Parabola {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("weight: must be >= 0, found " + weight);
            }
        }

        /** No penalty. */
        static final Parabola FLAT = new Parabola(0, 0);

        /** Excluded: −2 ln L is infinite. */
        static final Parabola EXCLUDED = new Parabola(0, Double.POSITIVE_INFINITY);

        /** True where −2 ln L is infinite. */
        public boolean excluded() {
            return weight == Double.POSITIVE_INFINITY;
        }
    }

    @Override
    default double at(double mu) {
        Parabola p = parabolaAt(mu);
        double distance = mu - p.vertex();
        return p.excluded() ? Double.POSITIVE_INFINITY : p.weight() * distance * distance;
    }

    @Override
    default double slope(double mu) {
        Parabola p = parabolaAt(mu);
        return p.excluded() ? 0 : 2 * p.weight() * (mu - p.vertex());
    }

    @Override
    default double curvature(double mu) {
        Parabola p = parabolaAt(mu);
        return p.excluded() ? 0 : 2 * p.weight();
    }
}
