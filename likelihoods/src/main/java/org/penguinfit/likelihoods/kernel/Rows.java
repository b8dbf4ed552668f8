package org.penguinfit.likelihoods.kernel;

/**
 * A vector of m functions y(θ) of n parameters with first and second derivatives. It remembers the point of the last call of
 * {@link #values}, at which the other methods compute, and owns its scratch memory: one thread at a time.
 */
public interface Rows {
    /** Which derivatives will be asked for at a point. */
    enum Order {
        VALUES,
        GRADIENT,
        HESSIAN
    }

    /** m. */
    int count();

    /** The same functions with scratch memory of their own, for another thread. */
    Rows another();

    /**
     * Goes to a point and writes the values.
     *
     * @param order the highest derivative to be asked for there
     * @param offset what stands beside the functions, shape [m]: y = offset + f(θ), or W·(offset + f(θ)) if they are whitened
     * @param y written, shape [m]
     */
    void values(double[] theta, Order order, double[] offset, double[] y);

    /**
     * Adds Σ u_r ∂y_r/∂θ_i, the gradient of a function of y with ∂/∂y_r = u_r.
     *
     * @param u weights, shape [m]
     */
    void addGradient(double[] u, double[] gradient);

    /**
     * Writes the derivatives.
     *
     * @param transposed written: ∂y_r/∂θ_i at [i][r]
     */
    void jacobian(double[][] transposed);

    /**
     * Adds Σ u_r ∂²y_r/∂θ_i∂θ_j for i ≥ j at [i·n + j]; {@link #jacobian} must have been called at this point.
     *
     * @param u weights, shape [m]
     */
    void addCurvature(double[] u, double[] hessian);
}
