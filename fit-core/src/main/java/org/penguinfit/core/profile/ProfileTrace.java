package org.penguinfit.core.profile;

import java.util.List;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.EvaluationCount;

/**
 * A profile at given points, followed from a minimum: the branch that starts there, without a search for others.
 *
 * @param parameter index of the profiled parameter
 * @param points the profile at the points asked for, in their order
 * @param reference −2 ln L at the lowest point known, to which Δχ² refers
 * @param referencePoint all parameters there
 * @param lowerMinimumAdopted whether the reference was met on the way, below the minimum the continuation began with; then
 *     each point is the lower of the branches from both
 * @param failedPoints points whose minimisation did not converge
 * @param evaluations cost
 */
public record ProfileTrace(
        int parameter,
        List<ProfilePoint> points,
        double reference,
        Vector referencePoint,
        boolean lowerMinimumAdopted,
        int failedPoints,
        EvaluationCount evaluations) {
    /** Copies the list. */
    public ProfileTrace {
        points = List.copyOf(points);
    }
}
