package org.penguinfit.core.profile;

import java.util.List;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.objective.EvaluationCount;

/**
 * The profile of one parameter. It rests on a scan with multi-start: structure narrower than the spacing of the points,
 * and branches that no start reached, can have escaped it.
 *
 * @param parameter index of the profiled parameter
 * @param range scanned range, within the bounds of the parameter; segments that end here may go on beyond
 * @param points the scan, ascending in x, without the excluded points: equidistant, or made for drawing
 * @param minima local minima of the profile, by value
 * @param reference lowest −2 ln L known, to which Δχ² refers: of the profile and of the seeds, also outside the range
 * @param intervals for each requested Δχ², the set where profile − reference ≤ Δχ²
 * @param failedPoints points of the scan whose minimisation did not converge; their value is an upper estimate
 * @param excludedPoints points of the scan where the objective is not finite
 * @param lowerMinimumAdopted whether the scan found a lower minimum than the start and the seeds led to; the intervals
 *     refer to it
 * @param method how the search was done: a multi-start is no certificate
 * @param evaluations cost
 */
public record ProfileCurve(
        int parameter,
        Interval range,
        List<ProfilePoint> points,
        List<ProfilePoint> minima,
        double reference,
        List<IntervalSet> intervals,
        int failedPoints,
        int excludedPoints,
        boolean lowerMinimumAdopted,
        String method,
        EvaluationCount evaluations) {
    /** Copies the lists. */
    public ProfileCurve {
        points = List.copyOf(points);
        minima = List.copyOf(minima);
        intervals = List.copyOf(intervals);
    }
}
