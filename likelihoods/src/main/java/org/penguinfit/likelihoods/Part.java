package org.penguinfit.likelihoods;

import org.penguinfit.core.objective.LeastSquaresObjective;

/** A part of −2 ln L that is computed together. Owns its scratch space. Hessians are added to the lower triangle, i ≥ j. */
interface Part {
    /** The same with scratch space of its own. */
    Part another();

    /** Takes what it needs from the data of the whole likelihood; the array is not retained. */
    void useData(double[] data);

    /** Its share of −2 ln L. */
    double value(double[] theta);

    /** The same; adds to the gradient. */
    double addGradient(double[] theta, double[] gradient);

    /** The same; adds to gradient and Hessian. */
    double addHessian(double[] theta, double[] gradient, double[] hessian);

    /** Adds to the Gauss–Newton Hessian. */
    void addGaussNewton(double[] theta, double[] hessian);

    /** Number of residuals whose squares add up to its share, or −1 if it is no sum of squares. */
    int residualCount();

    /**
     * Writes the residuals, as {@link LeastSquaresObjective} wants them.
     *
     * @param at position of the first one
     * @param jacobian written if not empty: ∂r_k/∂θ_i at [(at + k)·n + i]
     */
    void residuals(double[] theta, double[] residuals, double[] jacobian, int at);
}
