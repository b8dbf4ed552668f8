package org.penguinfit.core.toy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;

/**
 * 1 − CL of one parameter from toys. It is a scan: structure narrower than the spacing of its points can have escaped it.
 *
 * @param scan the tested points, ascending
 */
public record ConfidenceCurve(PluginScan scan) {
    /** Sorts the points. */
    public ConfidenceCurve {
        List<PluginPoint> sorted = new ArrayList<>(scan.points());
        sorted.sort(Comparator.comparingDouble(point -> point.values().get(0)));
        scan = new PluginScan(sorted, scan.failedPoints());
    }

    /** The tested points, ascending. */
    public List<PluginPoint> points() {
        return scan.points();
    }

    ConfidenceCurve plus(PluginScan more) {
        return new ConfidenceCurve(scan.plus(more));
    }

    /** The confidence set within the scanned range; between points, −2 ln λ minus its critical value is taken as linear. */
    public IntervalSet set(ConfidenceLevel level) {
        List<Interval> segments = new ArrayList<>();
        for (int k = 0; k < points().size(); k++) {
            double x = x(k);
            double here = points().get(k).excess(level);
            if (here <= 0.0) {
                segments.add(new Interval(x, x));
            }
            if (k > 0) {
                double before = points().get(k - 1).excess(level);
                addCell(x(k - 1), before, x, here, segments);
            }
        }
        return IntervalSet.of(segments);
    }

    private static void addCell(double a, double atA, double b, double atB, List<Interval> segments) {
        if (atA <= 0.0 && atB <= 0.0) {
            segments.add(new Interval(a, b));
        } else if (atA <= 0.0) {
            segments.add(new Interval(a, a + (b - a) * (atA / (atA - atB))));
        } else if (atB <= 0.0) {
            segments.add(new Interval(b - (b - a) * (atB / (atB - atA)), b));
        }
    }

    private double x(int k) {
        return points().get(k).values().get(0);
    }

    /** The middle of every cell in which a set of these levels ends. */
    List<Vector> middlesOfEnds(List<ConfidenceLevel> levels) {
        List<Vector> middles = new ArrayList<>();
        for (int k = 1; k < points().size(); k++) {
            boolean ends = false;
            for (ConfidenceLevel level : levels) {
                ends |= points().get(k - 1).excess(level) <= 0.0
                        != points().get(k).excess(level) <= 0.0;
            }
            double middle = 0.5 * (x(k - 1) + x(k));
            if (ends && middle > x(k - 1) && middle < x(k)) {
                middles.add(Vector.of(middle));
            }
        }
        return middles;
    }
}
