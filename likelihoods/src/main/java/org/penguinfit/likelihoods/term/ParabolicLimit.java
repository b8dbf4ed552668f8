package org.penguinfit.likelihoods.term;

/** A limit whose −2 ln L is one parabola, ((μ − central)/width)², also beyond its centre, so that the minimum stays smooth. */
sealed interface ParabolicLimit extends PiecewiseQuadraticTerm permits HalfNormalTerm, GaussianFromCentralTerm {
    /** {@inheritDoc} Here −2 ln L is zero. */
    @Override
    double central();

    /** Distance from the centre at which −2 ln L is one; &gt; 0. */
    double width();

    @Override
    default double[] breakpoints() {
        return new double[0];
    }

    @Override
    default Parabola parabolaAt(double mu) {
        return new Parabola(central(), 1 / (width() * width()));
    }

    @Override
    default boolean isLimit() {
        return true;
    }

    @Override
    default double draw(double mu, double z) {
        return mu + width() * z;
    }

    @Override
    default SingleTerm withDatum(double datum) {
        return new GaussianTerm(datum, width());
    }
}
