package org.penguinfit.core.contour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.profile.ConditionalMinimizer;

/** One run of {@link ContourSearch}. */
final class ContourWork {
    private final ContourSearch settings;
    private final Supplier<? extends TwiceDifferentiableObjective> objectives;
    private final List<Bounds> bounds;
    private final int first;
    private final int second;
    private final double delta;
    private final ParallelWork work;
    private final String name;

    ContourWork(
            ContourSearch settings,
            Supplier<? extends TwiceDifferentiableObjective> objectives,
            List<Bounds> bounds,
            int first,
            int second,
            double delta,
            ParallelWork work,
            String name) {
        this.settings = settings;
        this.objectives = objectives;
        this.bounds = bounds;
        this.first = first;
        this.second = second;
        this.delta = delta;
        this.work = work;
        this.name = name;
    }

    /** @param clip ranges that clip the region besides the bounds */
    Contour run(List<Vector> seeds, Interval xRange, Interval yRange, Optional<List<Interval>> clip) {
        ProfileGrid grid = new ProfileGridSearch(settings.minimizer(), settings.gridPoints(), settings.gridPoints())
                .search(objectives, bounds, first, second, xRange, yRange, seeds, work, name + ", search grid");
        ConditionalMinimizer path = new ConditionalMinimizer(objectives.get(), bounds, first, second);
        ConditionalMinimizer rivalPath = new ConditionalMinimizer(objectives.get(), bounds, first, second);
        Rivals rivals = new Rivals(grid, rivalPath);
        double threshold = grid.reference() + delta;
        Plane plane = new Plane(
                path,
                rivals,
                clip.isPresent() ? clip.get().get(0) : limits(first),
                clip.isPresent() ? clip.get().get(1) : limits(second),
                0.5 * xRange.length(),
                0.5 * yRange.length(),
                threshold);
        CurveCollection curves = new CurveCollection(plane, delta);
        List<Vector> starts = new ArrayList<>(seeds);
        starts.add(grid.referencePoint());
        for (Vector seed : starts) {
            curves.startFrom(seed.toArray(), seed.get(first), seed.get(second));
        }
        fromGrid(grid, threshold, curves);
        EvaluationCount cost = grid.evaluations().plus(path.evaluations()).plus(rivalPath.evaluations());
        return result(grid, threshold, curves, cost);
    }

    private Interval limits(int index) {
        return new Interval(bounds.get(index).lower(), bounds.get(index).upper());
    }

    /** Starts a curve wherever two neighbours of the grid lie on different sides of a boundary that no curve passes. */
    private static void fromGrid(ProfileGrid grid, double threshold, CurveCollection curves) {
        int columns = grid.xs().size();
        int rows = grid.ys().size();
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                if (i > 0) {
                    between(grid.at(i - 1, j), grid.at(i, j), threshold, curves);
                }
                if (j > 0) {
                    between(grid.at(i, j - 1), grid.at(i, j), threshold, curves);
                }
            }
        }
        if (curves.curves().isEmpty()) {
            curves.addBoxIfAllBelow(grid, threshold);
        }
    }

    private static void between(GridPoint a, GridPoint b, double threshold, CurveCollection curves) {
        boolean insideA = a.value() <= threshold;
        boolean insideB = b.value() <= threshold;
        if (insideA != insideB) {
            curves.startBetween(insideA ? a : b, insideA ? b : a);
        }
    }

    private Contour result(ProfileGrid grid, double threshold, CurveCollection curves, EvaluationCount cost) {
        Contour contour = with(grid, curves.curves(), 0, 0, cost);
        int inconsistent = 0;
        int overlapping = 0;
        double margin = 1e-6 * delta;
        for (GridPoint point : grid.points()) {
            int winding = contour.windingNumber(point.x(), point.y());
            boolean contradicts = winding > 0 ? point.value() > threshold + margin : point.value() < threshold - margin;
            inconsistent += contradicts && !curves.isOnCurve(point.x(), point.y()) ? 1 : 0;
            overlapping += winding > 1 ? 1 : 0;
        }
        return with(grid, curves.curves(), inconsistent, overlapping, cost);
    }

    private Contour with(
            ProfileGrid grid, List<ContourCurve> curves, int inconsistent, int overlapping, EvaluationCount cost) {
        return new Contour(
                first,
                second,
                delta,
                curves,
                grid.reference(),
                grid.referencePoint(),
                grid.lowerMinimumAdopted(),
                new Interval(grid.xs().get(0), grid.xs().get(grid.xs().size() - 1)),
                new Interval(grid.ys().get(0), grid.ys().get(grid.ys().size() - 1)),
                inconsistent,
                overlapping,
                grid.failedPoints(),
                "curves followed from every minimum known and from a search grid of "
                        + grid.xs().size() + " × " + grid.ys().size() + " points",
                cost);
    }
}
