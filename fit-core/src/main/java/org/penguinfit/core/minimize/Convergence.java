package org.penguinfit.core.minimize;

/** How a minimisation ended. {@link #isMinimum} tells a usable minimum from a failed search. */
public enum Convergence {
    /** A minimum inside the bounds: EDM below its goal, exact Hessian positive definite. */
    CONVERGED,
    /** A minimum on the bounds: at least one parameter at a limit, the others as in {@link #CONVERGED}. */
    AT_LIMIT,
    /**
     * A minimum that is not isolated, or too flat for second derivatives: the gradient vanishes, no direction curves
     * downward, and along those without curvature no lower value was found. There is no covariance.
     */
    FLAT,
    /** A minimum on a kink, such as that of |x|: every direction leads up, but there is no Hessian and no covariance. */
    KINK,
    /** A stationary point that curves downward somewhere and was not left, or an end where the Hessian is singular. */
    SADDLE_OR_FLAT,
    /** The search pressed against a region where the objective is not finite; the point is not stationary. */
    HARD_WALL,
    /** No step lowers the objective any more although the EDM goal is not met: rounding, or wrong derivatives. */
    STALLED,
    /** The iteration limit was reached first. */
    CALL_LIMIT,
    /** The objective or a derivative is not finite at the start point or at an accepted point. */
    NOT_FINITE;

    /** Whether the point is a proven local minimum with a covariance, inside or at a limit. */
    public boolean isConverged() {
        return this == CONVERGED || this == AT_LIMIT;
    }

    /** Whether the point is a minimum that may be used, with a covariance or without. */
    public boolean isMinimum() {
        return isConverged() || this == FLAT || this == KINK;
    }
}
