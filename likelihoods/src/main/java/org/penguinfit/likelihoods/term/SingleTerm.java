package org.penguinfit.likelihoods.term;

/** A term of one observable. */
public sealed interface SingleTerm extends LikelihoodTerm
        permits PiecewiseQuadraticTerm, AsymmetricGaussianTerm.Linear, LogNormalTerm, CurveTerm {
    @Override
    default int dimension() {
        return 1;
    }

    @Override
    default double value(double[] mu) {
        return at(mu[0]);
    }

    @Override
    default double valueGradientAndHessian(double[] mu, double[] gradient, double[] hessian) {
        gradient[0] = slope(mu[0]);
        hessian[0] = curvature(mu[0]);
        return at(mu[0]);
    }

    @Override
    default double central(int observable) {
        return central();
    }

    @Override
    default double pull(double[] mu, int observable) {
        return Math.signum(central() - mu[0]) * Math.sqrt(at(mu[0]));
    }

    @Override
    default boolean isLimit() {
        return false;
    }

    @Override
    default void draw(double[] mu, double[] normals, double[] data) {
        data[0] = draw(mu[0], normals[0]);
    }

    @Override
    default LikelihoodTerm withData(double[] data) {
        return withDatum(data[0]);
    }

    /** The datum at a prediction for a standard normal deviate z; see {@link LikelihoodTerm#draw}. */
    double draw(double mu, double z);

    /** This term with another measured value; see {@link LikelihoodTerm#withData}. */
    SingleTerm withDatum(double datum);

    /** The published central value; for a limit the value its term prefers. */
    double central();

    /** −2 ln L at a prediction. */
    double at(double mu);

    /** First derivative with respect to the prediction; 0 where excluded. */
    double slope(double mu);

    /**
     * Second derivative with respect to the prediction; 0 where excluded; at a kink that of the right-hand piece, at a wall
     * that of the allowed piece.
     */
    double curvature(double mu);
}
