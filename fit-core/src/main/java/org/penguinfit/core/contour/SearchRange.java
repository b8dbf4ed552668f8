package org.penguinfit.core.contour;

import java.util.List;
import java.util.function.Supplier;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimizer;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.StoppingRule;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.profile.ProfileEnd;
import org.penguinfit.core.profile.ProfileInterval;
import org.penguinfit.core.profile.ProfileIntervalSearch;
import org.penguinfit.core.profile.ProfileIntervals;

/**
 * Where to look for a region: its extent along an axis is the profile interval of that parameter at the same threshold. A
 * lower minimum that an interval meets joins the seeds.
 */
final class SearchRange {
    /** Room left beyond the intervals, in units of their length. */
    private static final double MARGIN = 0.1;

    /** Where an interval is open, the search goes this many times the length of its other side. */
    private static final double OPEN = 5.0;

    private final Minimizer minimizer;
    private final Supplier<? extends TwiceDifferentiableObjective> objectives;
    private final List<Bounds> bounds;
    private final int first;
    private final int second;
    private final double delta;
    private final ParallelWork work;
    private final String name;

    SearchRange(
            Minimizer minimizer,
            Supplier<? extends TwiceDifferentiableObjective> objectives,
            List<Bounds> bounds,
            int first,
            int second,
            double delta,
            ParallelWork work,
            String name) {
        this.minimizer = minimizer;
        this.objectives = objectives;
        this.bounds = bounds;
        this.first = first;
        this.second = second;
        this.delta = delta;
        this.work = work;
        this.name = name;
    }

    /** The ranges of x and y; {@code seeds} grows by the lower minima that were met. */
    Interval[] find(List<Vector> seeds) {
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        TwiceDifferentiableObjective objective = objectives.get();
        for (int k = 0; k < seeds.size(); k++) {
            Minimum minimum = minimizer.minimize(objective, seeds.get(k).toArray(), bounds, StoppingRule.standard());
            double reference =
                    objective.value(ProfileGridSearch.lowest(objective, seeds).toArray());
            double height = reference + delta - minimum.value();
            if (height > 0.0) {
                extend(seeds, minimum, Math.min(height, delta), k, low, high);
            }
        }
        return new Interval[] {withMargin(first, low[0], high[0]), withMargin(second, low[1], high[1])};
    }

    private void extend(List<Vector> seeds, Minimum minimum, double height, int k, double[] low, double[] high) {
        ProfileIntervals found = ProfileIntervalSearch.standard()
                .find(
                        objectives,
                        bounds,
                        minimum,
                        List.of(first, second),
                        List.of(height),
                        work,
                        name + ", range " + (k + 1));
        if (found.lowerMinimumAdopted()) {
            seeds.add(found.minimum().point());
        }
        for (ProfileInterval interval : found.intervals()) {
            int axis = interval.parameter() == first ? 0 : 1;
            double below = interval.best() - interval.lower().x();
            double above = interval.upper().x() - interval.best();
            low[axis] = Math.min(low[axis], interval.best() - reach(interval.lower(), below, above));
            high[axis] = Math.max(high[axis], interval.best() + reach(interval.upper(), above, below));
        }
    }

    private static double reach(ProfileEnd end, double own, double other) {
        if (end.status() != ProfileEnd.Status.NOT_FOUND) {
            return own;
        }
        return other > 0.0 && other < own ? OPEN * other : Math.max(1.0, Math.min(own, OPEN));
    }

    private Interval withMargin(int index, double low, double high) {
        Bounds own = bounds.get(index);
        double margin = MARGIN * (high - low);
        if (!(high > low)) {
            throw new IllegalStateException("the range of a contour was not found: no profile interval has a length");
        }
        return new Interval(own.clamp(low - margin), own.clamp(high + margin));
    }
}
