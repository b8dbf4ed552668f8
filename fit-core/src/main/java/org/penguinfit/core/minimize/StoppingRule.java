package org.penguinfit.core.minimize;

/**
 * When a minimiser stops.
 *
 * @param edmGoal estimated vertical distance to the minimum, in units of −2 ln L, below which a point counts as
 *     converged; positive
 * @param maxIterations accepted or rejected steps before giving up with {@link Convergence#CALL_LIMIT}; positive
 * @param polish whether Newton steps go on after convergence until rounding stops them, which makes the point as
 *     accurate as its gradient; without it the value is good to about {@code edmGoal}
 */
public record StoppingRule(double edmGoal, int maxIterations, boolean polish) {
    /** Default EDM goal: a point within 1e-5 standard deviations of the minimum, before polishing. */
    public static final double STANDARD_EDM_GOAL = 1e-10;

    /** Default limit of iterations: far above what any benchmark problem needs. */
    public static final int STANDARD_MAX_ITERATIONS = 2000;

    /** Requires positive limits. */
    public StoppingRule {
        if (!(edmGoal > 0.0) || maxIterations <= 0) {
            throw new IllegalArgumentException(
                    "stopping rule: edmGoal and maxIterations must be > 0, found " + edmGoal + " and " + maxIterations);
        }
    }

    /** EDM 1e-10, 2000 iterations, polished. */
    public static StoppingRule standard() {
        return new StoppingRule(STANDARD_EDM_GOAL, STANDARD_MAX_ITERATIONS, true);
    }

    /** The same rule with another EDM goal. */
    public StoppingRule withEdmGoal(double goal) {
        return new StoppingRule(goal, maxIterations, polish);
    }

    /** The same rule with another limit of iterations. */
    public StoppingRule withMaxIterations(int limit) {
        return new StoppingRule(edmGoal, limit, polish);
    }

    /** The same rule that stops as soon as the EDM goal is met. */
    public StoppingRule withoutPolish() {
        return new StoppingRule(edmGoal, maxIterations, false);
    }
}
