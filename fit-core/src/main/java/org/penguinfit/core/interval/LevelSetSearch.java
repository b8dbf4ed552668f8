package org.penguinfit.core.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/**
 * Minima and sublevel sets of a function that is not known to be a polynomial: a grid, every local extremum of the grid
 * refined by Brent's method, every crossing bracketed by the refined points.
 *
 * @param points number of equidistant points of the grid, ends included, at least 3
 */
public record LevelSetSearch(int points) {
    /** Requires a grid that can hold an interior extremum. */
    public LevelSetSearch {
        if (points < 3) {
            throw new IllegalArgumentException("a scan needs at least 3 points, found " + points);
        }
    }

    /**
     * Scans the function.
     *
     * @param function value at x; +∞ or NaN where excluded
     * @param range finite range of positive length
     * @param kinks positions where the function is known not to be smooth; they join the grid
     */
    public LevelScan scan(DoubleUnaryOperator function, Interval range, double... kinks) {
        if (!range.isFinite() || !(range.length() > 0.0)) {
            throw new IllegalArgumentException("a scan needs a finite range, found " + range);
        }
        List<CurveNode> grid = new ArrayList<>();
        int failed = 0;
        for (double x : positions(range, kinks)) {
            double value = function.applyAsDouble(x);
            failed += Double.isNaN(value) ? 1 : 0;
            grid.add(node(x, value));
        }
        SampledCurve refined = SampledCurve.of(function, grid).withMinima().withMaxima();
        return new LevelScan(refined, minima(refined.nodes()), grid.size(), failed);
    }

    private SortedSet<Double> positions(Interval range, double[] kinks) {
        SortedSet<Double> positions = new TreeSet<>();
        for (int i = 0; i < points; i++) {
            double fraction = i / (points - 1.0);
            positions.add((1.0 - fraction) * range.lower() + fraction * range.upper());
        }
        for (double kink : kinks) {
            if (range.contains(kink)) {
                positions.add(kink);
            }
        }
        return positions;
    }

    private static CurveNode node(double x, double value) {
        return new CurveNode(x, Double.isFinite(value) ? value : Double.POSITIVE_INFINITY);
    }

    /** Local minima of a list of nodes; of equal neighbours the middle one. */
    private static List<LevelScan.LocalMinimum> minima(List<CurveNode> nodes) {
        List<LevelScan.LocalMinimum> minima = new ArrayList<>();
        int start = 0;
        while (start < nodes.size()) {
            int end = start;
            while (end + 1 < nodes.size()
                    && nodes.get(end + 1).value() == nodes.get(start).value()) {
                end++;
            }
            boolean leftWall = start == 0 || !nodes.get(start - 1).isFinite();
            boolean rightWall = end == nodes.size() - 1 || !nodes.get(end + 1).isFinite();
            double value = nodes.get(start).value();
            boolean lowerThanLeft = leftWall || nodes.get(start - 1).value() > value;
            boolean lowerThanRight = rightWall || nodes.get(end + 1).value() > value;
            if (nodes.get(start).isFinite() && lowerThanLeft && lowerThanRight) {
                boolean edge = (leftWall || rightWall) && start == end;
                minima.add(
                        new LevelScan.LocalMinimum(nodes.get((start + end) / 2).x(), value, edge));
            }
            start = end + 1;
        }
        return minima;
    }
}
