package org.penguinfit.core.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.DeltaChiSquare;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimizer;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.StoppingRule;
import org.penguinfit.core.minimize.VariableMetric;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.parameter.Bounds;

/**
 * Profile-likelihood interval ends around a minimum, as MINOS gives them: Venzon–Moolgavkar Newton steps, safeguarded by a
 * continuation of the profile. A lower minimum met on the way is adopted, and all ends are found again around it.
 *
 * @param minimizer refines a lower point that was met
 */
public record ProfileIntervalSearch(Minimizer minimizer) {
    /** Each adoption lowers the minimum; a problem with more nested minima than this ends with what it has. */
    private static final int ADOPTIONS = 10;

    /** The default minimiser. */
    public static ProfileIntervalSearch standard() {
        return new ProfileIntervalSearch(new VariableMetric());
    }

    /**
     * The intervals of several parameters; the same for any number of threads.
     *
     * @param objectives called once per thread, so that each owns its scratch space
     * @param bounds one entry per parameter
     * @param minimum where the search begins; it may be without a covariance
     * @param indices the parameters wanted
     * @param deltas Δχ² of the thresholds, positive
     * @param name unique name of this work within the run
     * @throws IllegalArgumentException when a level is not positive or an index is none of a parameter
     */
    public ProfileIntervals find(
            Supplier<? extends TwiceDifferentiableObjective> objectives,
            List<Bounds> bounds,
            Minimum minimum,
            List<Integer> indices,
            List<Double> deltas,
            ParallelWork work,
            String name) {
        requireSensible(bounds, minimum, indices, deltas);
        Minimum best = minimum;
        EvaluationCount cost = EvaluationCount.NONE;
        for (int adoption = 0; ; adoption++) {
            Minimum around = best;
            WorkResults results = work.run(
                    name + (adoption == 0 ? "" : ", minimum " + (adoption + 1)),
                    indices.size(),
                    objectives::get,
                    (objective, k) -> EndTable.compute(objective, bounds, indices.get(k), around, deltas));
            for (Vector result : results.successes()) {
                cost = cost.plus(EndTable.cost(result));
            }
            Optional<Minimum> lower =
                    adoption < ADOPTIONS ? lower(objectives.get(), bounds, best, results) : Optional.empty();
            if (lower.isEmpty()) {
                return new ProfileIntervals(
                        best, adoption > 0, intervals(best, indices, deltas, results), results.failures(), cost);
            }
            best = lower.get();
        }
    }

    /**
     * One-sided limits: each lower end is a lower limit and each upper end an upper limit of this level, not both at once.
     * Valid where Wilks' theorem is: not near a bound of the parameter, where an end may be at the limit.
     *
     * @param level confidence level of each limit, above 0.5
     */
    public ProfileIntervals limits(
            Supplier<? extends TwiceDifferentiableObjective> objectives,
            List<Bounds> bounds,
            Minimum minimum,
            List<Integer> indices,
            ConfidenceLevel level,
            ParallelWork work,
            String name) {
        double delta = DeltaChiSquare.oneSidedThreshold(level);
        return find(objectives, bounds, minimum, indices, List.of(delta), work, name);
    }

    /** All parameters on the present thread. */
    public ProfileIntervals find(
            TwiceDifferentiableObjective objective, List<Bounds> bounds, Minimum minimum, List<Double> deltas) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < bounds.size(); i++) {
            all.add(i);
        }
        return find(() -> objective, bounds, minimum, all, deltas, ParallelWork.on(1), "interval ends");
    }

    private static void requireSensible(
            List<Bounds> bounds, Minimum minimum, List<Integer> indices, List<Double> deltas) {
        if (minimum.point().size() != bounds.size()) {
            throw new IllegalArgumentException(
                    "the minimum has " + minimum.point().size() + " parameters instead of " + bounds.size());
        }
        for (int index : indices) {
            if (index < 0 || index >= bounds.size()) {
                throw new IllegalArgumentException("no parameter has the index " + index);
            }
        }
        for (double delta : deltas) {
            if (!(delta > 0.0) || !Double.isFinite(delta)) {
                throw new IllegalArgumentException("the Δχ² of an interval must be positive, found " + delta);
            }
        }
    }

    /** The lowest minimum below all that the pieces met; pieces are looked at in their order. */
    private Optional<Minimum> lower(
            TwiceDifferentiableObjective objective, List<Bounds> bounds, Minimum best, WorkResults results) {
        Minimum lowest = best;
        for (Vector result : results.successes()) {
            Optional<double[]> point = EndTable.lowerPoint(result, bounds.size());
            if (point.isPresent()) {
                Minimum found = minimizer.minimize(objective, point.get(), bounds, StoppingRule.standard());
                lowest = found.value() < lowest.value() ? found : lowest;
            }
        }
        return lowest.value() < best.value() ? Optional.of(lowest) : Optional.empty();
    }

    private static List<ProfileInterval> intervals(
            Minimum minimum, List<Integer> indices, List<Double> deltas, WorkResults results) {
        List<ProfileInterval> intervals = new ArrayList<>();
        for (int k = 0; k < indices.size(); k++) {
            Optional<Vector> result = results.results().get(k);
            for (int d = 0; result.isPresent() && d < deltas.size(); d++) {
                ProfileEnd lower =
                        EndTable.end(result.get(), 2 * d, minimum.point().size());
                ProfileEnd upper =
                        EndTable.end(result.get(), 2 * d + 1, minimum.point().size());
                double best = minimum.point().get(indices.get(k));
                intervals.add(new ProfileInterval(indices.get(k), deltas.get(d), best, lower, upper));
            }
        }
        return intervals;
    }
}
