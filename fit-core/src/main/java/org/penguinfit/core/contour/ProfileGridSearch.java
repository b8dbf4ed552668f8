package org.penguinfit.core.contour;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimizer;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.StoppingRule;
import org.penguinfit.core.minimize.VariableMetric;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;

/**
 * Computes the profile of two parameters on a grid: from every seed up and down a spine, from the spine along the rows, then
 * from neighbour to neighbour wherever two of them lie on different branches, until none gets lower. Rows run in parallel;
 * the result is the same for any number of threads.
 *
 * @param minimizer refines a lower point that was met
 * @param columns number of points along x, at least 2
 * @param rows number of points along y, at least 2
 */
public record ProfileGridSearch(Minimizer minimizer, int columns, int rows) {
    private static final int ADOPTIONS = 5;

    /** Lower by less than this, relative to max(1, |value|), is rounding and the accuracy of a minimisation. */
    static final double SIGNIFICANT_GAIN = 1e-9;

    /** Requires a grid. */
    public ProfileGridSearch {
        if (columns < 2 || rows < 2) {
            throw new IllegalArgumentException(
                    "a grid needs at least 2 columns and rows, found " + columns + " and " + rows);
        }
    }

    /** A grid of this size with the default minimiser. */
    public static ProfileGridSearch of(int columns, int rows) {
        return new ProfileGridSearch(new VariableMetric(), columns, rows);
    }

    /**
     * Fills a grid.
     *
     * @param objectives called once per thread, so that each owns its scratch space
     * @param bounds one entry per parameter
     * @param first index of the parameter along x
     * @param second index of the parameter along y
     * @param xRange finite range of x within its bounds
     * @param yRange finite range of y within its bounds
     * @param seeds full points to start from, best all minima known; at least one
     * @param name unique name of this work within the run
     * @throws IllegalArgumentException when a range or the seeds do not fit
     */
    public ProfileGrid search(
            Supplier<? extends TwiceDifferentiableObjective> objectives,
            List<Bounds> bounds,
            int first,
            int second,
            Interval xRange,
            Interval yRange,
            List<Vector> seeds,
            ParallelWork work,
            String name) {
        if (first == second || seeds.isEmpty()) {
            throw new IllegalArgumentException("a grid needs two parameters and a seed");
        }
        Vector xs = positions(xRange, bounds.get(first), columns);
        Vector ys = positions(yRange, bounds.get(second), rows);
        List<Vector> starts = new ArrayList<>(seeds);
        GridWork grid = new GridWork(objectives, bounds, first, second, xs, ys, work);
        TwiceDifferentiableObjective objective = objectives.get();
        for (int round = 1; ; round++) {
            grid.fill(starts, name + (round == 1 ? "" : ", round " + round));
            Vector best = lowest(objective, starts);
            double reference = objective.value(best.toArray());
            Minimum lower =
                    minimizer.minimize(objective, grid.lowestPoint(best).toArray(), bounds, StoppingRule.standard());
            boolean met = grid.lowestValue() < reference - gain(reference) && lower.value() < reference;
            if (!met || round == ADOPTIONS) {
                return grid.result(reference, best, round > 1);
            }
            starts.add(lower.point());
        }
    }

    static double gain(double value) {
        return SIGNIFICANT_GAIN * Math.max(1.0, Math.abs(value));
    }

    static Vector lowest(TwiceDifferentiableObjective objective, List<Vector> points) {
        Vector best = points.get(0);
        double value = objective.value(best.toArray());
        for (Vector point : points) {
            double there = objective.value(point.toArray());
            if (there < value) {
                value = there;
                best = point;
            }
        }
        return best;
    }

    private static Vector positions(Interval range, Bounds bounds, int count) {
        if (!range.isFinite()
                || !(range.length() > 0.0)
                || !bounds.contains(range.lower())
                || !bounds.contains(range.upper())) {
            throw new IllegalArgumentException("a grid needs a finite range within the bounds, found " + range);
        }
        double[] positions = new double[count];
        for (int i = 0; i < count; i++) {
            double fraction = i / (count - 1.0);
            positions[i] = (1.0 - fraction) * range.lower() + fraction * range.upper();
        }
        return Vector.of(positions);
    }
}
