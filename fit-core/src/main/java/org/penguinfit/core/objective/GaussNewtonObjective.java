package org.penguinfit.core.objective;

/**
 * The capability of a sum of squares: an approximate Hessian from first derivatives only.
 *
 * <p>For −2 ln L = Σ rₖ² it is 2 Σ ∇rₖ ∇rₖᵀ, positive semidefinite everywhere and exact where the residuals are linear.
 */
public interface GaussNewtonObjective {
    /**
     * Writes the Gauss–Newton Hessian of −2 ln L at {@code theta}.
     *
     * @param hessian overwritten, shape [n × n], row-major, both triangles
     */
    void gaussNewtonHessian(double[] theta, double[] hessian);
}
