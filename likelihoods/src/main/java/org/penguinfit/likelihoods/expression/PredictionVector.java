package org.penguinfit.likelihoods.expression;

import java.util.Optional;

/** Predictions of m observables as functions of n free parameters. Immutable, thread-safe. */
public interface PredictionVector {
    /** n. */
    int parameterCount();

    /** m. */
    int observableCount();

    /** An evaluator with its own scratch memory; take one per thread. */
    Evaluator evaluator();

    /**
     * One observable as a polynomial in one parameter, the others held.
     *
     * @param theta all n parameters; the one at {@code parameter} is not used
     * @return coefficients of the powers 0, 1, …; exact for any degree up to {@value UnivariateSlice#MAX_DEGREE}; empty if it
     *     is no such polynomial
     */
    Optional<double[]> slice(int observable, int parameter, double[] theta);

    /** Positions of the parameters that stand in the formula of an observable, ascending. */
    int[] support(int observable);

    /** True if the observable is a polynomial of degree ≤ 2 in the free parameters. */
    boolean isQuadratic(int observable);

    /** The coefficients of a quadratic observable; empty for others. */
    Optional<QuadraticForm> quadratic(int observable);

    /**
     * An observable multiplied out; empty if it is no polynomial in the free parameters, or one of a degree above
     * {@value PolynomialExpansion#MAX_DEGREE} or of more than {@value PolynomialExpansion#MAX_TERMS} terms.
     */
    Optional<SparsePolynomial> polynomial(int observable);

    /** Some of the observables, in this order; they become 0, 1, …. */
    PredictionVector select(int[] observables);

    /**
     * Evaluates all observables. Outside the domain of a formula (log of a negative number) the results are NaN or
     * infinite. Derivatives at a kink are one-sided: |x| at 0 has +1, min and max of equal numbers follow the first, the
     * modulus of a complex number at 0 has 1 in both parts; second derivatives are 0 there. Not thread-safe.
     */
    interface Evaluator {
        /**
         * Evaluates the predictions alone.
         *
         * @param theta the n parameters
         * @param mu written: the m values
         */
        void values(double[] theta, double[] mu);

        /**
         * Evaluates predictions and gradients.
         *
         * @param jacobian written: ∂μ_k/∂θ_i at [k·n + i]
         */
        void valuesAndGradients(double[] theta, double[] mu, double[] jacobian);

        /**
         * Evaluates predictions, gradients and Hessians.
         *
         * @param hessians written: ∂²μ_k/∂θ_i∂θ_j at [(k·n + i)·n + j], symmetric
         */
        void valuesGradientsAndHessians(double[] theta, double[] mu, double[] jacobian, double[] hessians);
    }
}
