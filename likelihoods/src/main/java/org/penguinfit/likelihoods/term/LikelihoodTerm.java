package org.penguinfit.likelihoods.term;

/**
 * One factor of the likelihood as −2 ln L, up to a constant: zero where the prediction agrees best with the measurement.
 * Immutable and free of scratch space, so one term serves any number of threads.
 *
 * <p>The predictions μ of its observables come in one array of length {@link #dimension()}, in the unit of the
 * measurement. A value of +∞ says that the prediction is excluded; its gradient and Hessian are zero then. A prediction
 * that is NaN never has a finite value.
 */
public sealed interface LikelihoodTerm permits SingleTerm, MultivariateGaussianTerm {
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
}
