package org.penguinfit.core.minimize;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.parameter.Bounds;

/**
 * A local minimiser run from many starts: the given ones, then the points of a Sobol sequence. The result is the same for
 * any number of threads.
 *
 * @param minimizer run from every start; shared between threads
 * @param rule stopping rule of every run
 * @param sobolPoints number of Sobol starts, not negative
 * @param threads number of threads, at least 1; with 1 none is created
 */
public record MultiStart(Minimizer minimizer, StoppingRule rule, int sobolPoints, int threads) {
    /** Requires sensible counts. */
    public MultiStart {
        if (sobolPoints < 0 || threads < 1) {
            throw new IllegalArgumentException(
                    "multi-start: sobolPoints must be >= 0 and threads >= 1, found " + sobolPoints + " and " + threads);
        }
    }

    /** The default minimiser and stopping rule on one thread. */
    public static MultiStart of(int sobolPoints) {
        return new MultiStart(new VariableMetric(), StoppingRule.standard(), sobolPoints, 1);
    }

    /** The same search on another number of threads. */
    public MultiStart withThreads(int count) {
        return new MultiStart(minimizer, rule, sobolPoints, count);
    }

    /** Searches with the bounds themselves as the box of the Sobol points. */
    public MultiStartResult search(
            Supplier<? extends TwiceDifferentiableObjective> objectives, List<Vector> starts, List<Bounds> bounds) {
        return search(objectives, starts, bounds, bounds);
    }

    /**
     * Searches for all minima.
     *
     * @param objectives called once per thread, so that each owns its scratch space
     * @param starts starts to try first
     * @param bounds bounds of the minimisation
     * @param box where Sobol points go; a parameter whose box is not finite keeps its value in the first start, or 0
     *     clamped into its bounds
     */
    public MultiStartResult search(
            Supplier<? extends TwiceDifferentiableObjective> objectives,
            List<Vector> starts,
            List<Bounds> bounds,
            List<Bounds> box) {
        return search(objectives, starts, bounds, box, "multi-start", ParallelWork.on(threads));
    }

    /**
     * As {@link #search(Supplier, List, List, List)}, one piece of the work per start, with its progress and checkpoint; its
     * threads replace those of this search. A start that throws is counted, never fatal.
     *
     * @param name unique name of the work within the run
     */
    public MultiStartResult search(
            Supplier<? extends TwiceDifferentiableObjective> objectives,
            List<Vector> starts,
            List<Bounds> bounds,
            List<Bounds> box,
            String name,
            ParallelWork work) {
        if (box.size() != bounds.size()) {
            throw new IllegalArgumentException("box has " + box.size() + " parameters, bounds have " + bounds.size());
        }
        List<double[]> points = points(starts, bounds, box);
        WorkResults results = work.run(
                name,
                points.size(),
                objectives,
                (objective, k) -> MinimumCodec.write(minimizer.minimize(objective, points.get(k), bounds, rule)));
        List<Minimum> found = new ArrayList<>();
        for (Vector numbers : results.successes()) {
            found.add(MinimumCodec.read(numbers.toArray(), bounds));
        }
        return collect(found, results.failures());
    }

    private List<double[]> points(List<Vector> starts, List<Bounds> bounds, List<Bounds> box) {
        List<double[]> points = new ArrayList<>();
        for (Vector start : starts) {
            if (start.size() != bounds.size()) {
                throw new IllegalArgumentException(
                        "start has " + start.size() + " parameters, bounds have " + bounds.size());
            }
            points.add(start.toArray());
        }
        double[] fallback = points.isEmpty() ? new double[bounds.size()] : points.get(0);
        points.addAll(StartPoints.sobol(sobolPoints, box, fallback));
        return points;
    }

    private static MultiStartResult collect(List<Minimum> found, List<WorkResults.Failure> thrown) {
        List<Minimum> usable = new ArrayList<>();
        List<Minimum> unfinished = new ArrayList<>();
        EvaluationCount count = EvaluationCount.NONE;
        for (Minimum minimum : found) {
            boolean rests = minimum.isMinimum() || minimum.status() == Convergence.SADDLE_OR_FLAT;
            (rests ? usable : unfinished).add(minimum);
            count = count.plus(minimum.evaluations());
        }
        unfinished.sort(DistinctMinima.BY_VALUE_THEN_POINT);
        return new MultiStartResult(DistinctMinima.of(usable), unfinished, thrown, found.size() + thrown.size(), count);
    }
}
