package org.penguinfit.core.minimize;

/** How a minimisation ended. */
public enum Convergence {
    /** A minimum inside the bounds: EDM below its goal, exact Hessian positive definite. */
    CONVERGED,
    /** A minimum on the bounds: at least one parameter at a limit, the others as in {@link #CONVERGED}. */
    AT_LIMIT,
    /** A stationary point whose exact Hessian is not positive definite: a flat valley, or a saddle not escaped. */
    SADDLE_OR_FLAT,
    /** The search pressed against a region where the objective is not finite; the point is not stationary. */
    HARD_WALL,
    /** No step lowers the objective any more although the EDM goal is not met: rounding, or wrong derivatives. */
    STALLED,
    /** The iteration limit was reached first. */
    CALL_LIMIT,
    /** The objective or a derivative is not finite at the start point or at an accepted point. */
    NOT_FINITE;

    /** Whether the point is a proven local minimum, inside or at a limit. */
    public boolean isConverged() {
        return this == CONVERGED || this == AT_LIMIT;
    }
}
