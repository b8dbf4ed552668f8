package org.penguinfit.core.contour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.DeltaChiSquare;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimizer;
import org.penguinfit.core.minimize.VariableMetric;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;

/**
 * Finds the region of two parameters in which the profile stays below a threshold, and follows its boundary exactly.
 *
 * <p>Curves start from every seed below the threshold and wherever a coarse grid of the profile shows a boundary that no
 * curve passes: islands, holes and parts cut off by bounds. The grid then checks the curves.
 *
 * @param minimizer refines a lower point that was met
 * @param gridPoints number of points of the search grid along each axis, at least 5
 */
public record ContourSearch(Minimizer minimizer, int gridPoints) {
    /** Requires a grid that can show a hole. */
    public ContourSearch {
        if (gridPoints < 5) {
            throw new IllegalArgumentException("a contour search needs at least 5 × 5 points, found " + gridPoints);
        }
    }

    /** A search grid of 21 × 21 points. */
    public static ContourSearch standard() {
        return new ContourSearch(new VariableMetric(), 21);
    }

    /** The same search with another grid. */
    public ContourSearch withGridPoints(int points) {
        return new ContourSearch(minimizer, points);
    }

    /** Δχ² for the joint confidence level of two parameters, by Wilks' theorem. */
    public static double delta(ConfidenceLevel level) {
        return DeltaChiSquare.threshold(level, 2);
    }

    /**
     * The region in a range that is found by itself: the hull of the profile intervals around all seeds and some more.
     *
     * @param seeds full points to start from, best all minima known; at least one
     * @param delta Δχ² of the boundary, positive
     */
    public Contour search(
            Supplier<? extends TwiceDifferentiableObjective> objectives,
            List<Bounds> bounds,
            int first,
            int second,
            List<Vector> seeds,
            double delta,
            ParallelWork work,
            String name) {
        requireSensible(bounds, first, second, seeds, delta);
        SearchRange range = new SearchRange(minimizer, objectives, bounds, first, second, delta, work, name);
        List<Vector> all = new ArrayList<>(seeds);
        Interval[] box = range.find(all);
        return new ContourWork(this, objectives, bounds, first, second, delta, work, name)
                .run(all, box[0], box[1], Optional.empty());
    }

    /**
     * The region within a range, which clips it as bounds do.
     *
     * @param objectives called once per thread, so that each owns its scratch space
     * @param bounds one entry per parameter
     * @param first index of the parameter along x
     * @param second index of the parameter along y
     * @param xRange finite range of x within its bounds
     * @param yRange finite range of y within its bounds
     * @param seeds full points to start from, best all minima known; at least one
     * @param delta Δχ² of the boundary, positive
     * @param name unique name of this work within the run
     * @throws IllegalArgumentException when an argument does not fit
     */
    public Contour searchWithin(
            Supplier<? extends TwiceDifferentiableObjective> objectives,
            List<Bounds> bounds,
            int first,
            int second,
            Interval xRange,
            Interval yRange,
            List<Vector> seeds,
            double delta,
            ParallelWork work,
            String name) {
        requireSensible(bounds, first, second, seeds, delta);
        return new ContourWork(this, objectives, bounds, first, second, delta, work, name)
                .run(seeds, xRange, yRange, Optional.of(List.of(xRange, yRange)));
    }

    private static void requireSensible(List<Bounds> bounds, int first, int second, List<Vector> seeds, double delta) {
        if (first == second || first < 0 || second < 0 || Math.max(first, second) >= bounds.size()) {
            throw new IllegalArgumentException("a contour needs two parameters, found " + first + " and " + second);
        }
        if (seeds.isEmpty() || !(delta > 0.0) || !Double.isFinite(delta)) {
            throw new IllegalArgumentException("a contour needs a seed and a positive Δχ², found " + delta);
        }
    }
}
