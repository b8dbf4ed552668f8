package org.penguinfit.core.toy;

import java.util.Optional;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.linalg.Vector;

/**
 * 1 − CL of two parameters from toys, on a grid.
 *
 * @param xs values of the first parameter
 * @param ys values of the second
 * @param scan the tested points
 */
public record ConfidenceMap(Vector xs, Vector ys, PluginScan scan) {
    /** The point in column i and row j; empty when its conditional fit or all its toys failed. */
    public Optional<PluginPoint> point(int i, int j) {
        Vector values = Vector.of(xs.get(i), ys.get(j));
        return scan.points().stream()
                .filter(point -> point.values().equals(values))
                .findFirst();
    }

    /** Number of grid points in the region of a level. */
    public long pointsInside(ConfidenceLevel level) {
        return scan.points().stream()
                .filter(point -> point.excess(level) <= 0.0)
                .count();
    }
}
