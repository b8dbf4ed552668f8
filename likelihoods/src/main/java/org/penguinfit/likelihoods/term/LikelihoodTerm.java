package org.penguinfit.likelihoods.term;

/**
 * One factor of the likelihood as −2 ln L, up to a constant: zero where the prediction agrees best with the measurement.
 * Immutable and free of scratch space, so one term serves any number of threads.
 *
 * <p>The predictions μ of its observables come in one array of length {@link #dimension()}, in the unit of the
 * measurement. A value of +∞ says that the prediction is excluded; its gradient and Hessian are zero then. A prediction
 * that is NaN never has a finite value.
 */
public sealed interface LikelihoodTerm permits SingleTerm, MultivariateGaussianTerm, GridTerm {
    /** Number of observables, at least 1. */
    int dimension();

    /** −2 ln L at the predictions. */
    double value(double[] mu);

    /**
     * −2 ln L and its derivatives.
     *
     * @param mu predictions, shape [dimension]
     * @param gradient takes ∂(−2 ln L)/∂μ, shape [dimension]
     * @param hessian takes ∂²(−2 ln L)/∂μ∂μ, shape [dimension²], row by row, both triangles
     */
    double valueGradientAndHessian(double[] mu, double[] gradient, double[] hessian);

    /** The published central value of one observable; for a limit the value its term prefers. */
    double central(int observable);

    /**
     * (measured − predicted)/σ for one observable. For a term with one observable it is the root of −2 ln L with the
     * sign of measured − predicted, infinite where excluded, and 0 for a range and a hard step; in a correlated term σ is that observable's own total uncertainty, so that the
     * squares of the pulls do not add up to −2 ln L.
     */
    double pull(double[] mu, int observable);

    /** True for an upper limit: whether limits fluctuate in toys is the choice of the study. */
    boolean isLimit();

    /**
     * What a repeated experiment would measure at the predictions μ, as a function of standard normal deviates z; z = 0 gives
     * the Asimov data. It is that z for which the pull (measured − predicted)/σ of a Gaussian term is z: a datum above the
     * prediction scatters with the lower side of an asymmetric uncertainty, one below with the upper side, each with
     * probability one half. The width stays as published. Steps and ranges are not random: their datum is the published one.
     *
     * @param mu predictions, shape [dimension]
     * @param normals z, independent of each other also for a correlated term, shape [dimension]
     * @param data written, shape [dimension]
     * @throws IllegalArgumentException if the term has no data at such a prediction (a log-normal one of the other sign)
     */
    void draw(double[] mu, double[] normals, double[] data);

    /**
     * This term with other measured values, as {@link #draw} makes them; all else as published. A limit becomes a Gaussian
     * around its datum: an estimator of μ with the width that belongs to the limit.
     *
     * @param data shape [dimension]; not retained
     */
    LikelihoodTerm withData(double[] data);
}
