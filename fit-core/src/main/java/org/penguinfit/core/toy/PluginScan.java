package org.penguinfit.core.toy;

import java.util.ArrayList;
import java.util.List;

/**
 * Tested points of a construction with toys.
 *
 * @param points those that could be tested
 * @param failedPoints those whose conditional fit, or all of whose toys, failed
 */
public record PluginScan(List<PluginPoint> points, int failedPoints) {
    /** Copies the list. */
    public PluginScan {
        points = List.copyOf(points);
    }

    /** All points of two scans. */
    PluginScan plus(PluginScan other) {
        List<PluginPoint> all = new ArrayList<>(points);
        all.addAll(other.points);
        return new PluginScan(all, failedPoints + other.failedPoints);
    }

    /** Number of toys that failed, over all points. */
    public int failedToys() {
        return points.stream()
                .mapToInt(point -> point.test().toys().failures().size())
                .sum();
    }
}
