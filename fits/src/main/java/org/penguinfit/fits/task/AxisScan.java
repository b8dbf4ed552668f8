package org.penguinfit.fits.task;

import java.util.List;
import java.util.Map;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.result.TaskResult.MinimumFound;

/**
 * −2 ln L along one parameter, nuisance parameters profiled.
 *
 * @param minima all distinct minima, best first
 * @param intervals where −2 ln L is at most the best minimum plus the threshold of each level
 * @param method how they were found, for reports
 * @param flat whether −2 ln L is known not to depend on the parameter
 * @param curve Δχ² at points of the range, close enough for a smooth picture
 * @param failures points at which the profile could not be computed
 */
record AxisScan(
        List<MinimumFound> minima,
        Map<Level, IntervalSet> intervals,
        String method,
        boolean flat,
        ScanCurve curve,
        int failures) {}
