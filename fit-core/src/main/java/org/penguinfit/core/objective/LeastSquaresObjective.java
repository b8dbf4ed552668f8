package org.penguinfit.core.objective;

/** The capability of −2 ln L = Σ rₖ²: its residuals and their first derivatives, for Levenberg–Marquardt. */
public interface LeastSquaresObjective extends TwiceDifferentiableObjective, GaussNewtonObjective {
    /** Number m of residuals. */
    int residualCount();

    /**
     * Writes the residuals.
     *
     * @param residuals overwritten, shape [m]
     */
    void residuals(double[] theta, double[] residuals);

    /**
     * Writes the residuals and their derivatives.
     *
     * @param residuals overwritten, shape [m]
     * @param jacobian overwritten, ∂rₖ/∂θᵢ at [k·n + i]
     */
    void residualsAndJacobian(double[] theta, double[] residuals, double[] jacobian);
}
