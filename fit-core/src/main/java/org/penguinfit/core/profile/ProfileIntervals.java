package org.penguinfit.core.profile;

import java.util.List;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.parallel.WorkResults;

/**
 * Profile-likelihood intervals of several parameters around one minimum.
 *
 * @param minimum the minimum all intervals refer to
 * @param lowerMinimumAdopted whether it was met during the search and lies below the one the search began with
 * @param intervals by parameter in the order asked for, then by Δχ²; without the parameters that failed
 * @param failures parameters whose search threw, by their place in the order asked for
 * @param evaluations cost of all searches together
 */
public record ProfileIntervals(
        Minimum minimum,
        boolean lowerMinimumAdopted,
        List<ProfileInterval> intervals,
        List<WorkResults.Failure> failures,
        EvaluationCount evaluations) {
    /** Copies the lists. */
    public ProfileIntervals {
        intervals = List.copyOf(intervals);
        failures = List.copyOf(failures);
    }

    /**
     * The interval of a parameter.
     *
     * @throws IllegalArgumentException when it was not asked for, or failed
     */
    public ProfileInterval of(int parameter, double delta) {
        for (ProfileInterval interval : intervals) {
            if (interval.parameter() == parameter && interval.delta() == delta) {
                return interval;
            }
        }
        throw new IllegalArgumentException("no interval of parameter " + parameter + " at Δχ² = " + delta);
    }
}
