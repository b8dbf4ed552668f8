package org.penguinfit.core.minimize;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
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
        if (box.size() != bounds.size()) {
            throw new IllegalArgumentException("box has " + box.size() + " parameters, bounds have " + bounds.size());
        }
        List<double[]> points = new ArrayList<>();
        for (Vector start : starts) {
            points.add(start.toArray());
        }
        double[] fallback = points.isEmpty() ? new double[bounds.size()] : points.get(0);
        points.addAll(StartPoints.sobol(sobolPoints, box, fallback));
        return collect(threads == 1 ? runHere(objectives, points, bounds) : runParallel(objectives, points, bounds));
    }

    private List<Minimum> runHere(
            Supplier<? extends TwiceDifferentiableObjective> objectives, List<double[]> points, List<Bounds> bounds) {
        TwiceDifferentiableObjective objective = objectives.get();
        List<Minimum> found = new ArrayList<>(points.size());
        for (double[] point : points) {
            found.add(minimizer.minimize(objective, point, bounds, rule));
        }
        return found;
    }

    private List<Minimum> runParallel(
            Supplier<? extends TwiceDifferentiableObjective> objectives, List<double[]> points, List<Bounds> bounds) {
        Minimum[] found = new Minimum[points.size()];
        AtomicInteger next = new AtomicInteger();
        Callable<Boolean> worker = () -> {
            TwiceDifferentiableObjective objective = objectives.get();
            for (int k = next.getAndIncrement(); k < found.length; k = next.getAndIncrement()) {
                found[k] = minimizer.minimize(objective, points.get(k), bounds, rule);
            }
            return true;
        };
        List<Callable<Boolean>> workers = new ArrayList<>();
        for (int t = 0; t < Math.min(threads, points.size()); t++) {
            workers.add(worker);
        }
        runAll(workers);
        return List.of(found);
    }

    private void runAll(List<Callable<Boolean>> workers) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Boolean> done : pool.invokeAll(workers)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("multi-start was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("multi-start: the objective failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static MultiStartResult collect(List<Minimum> found) {
        List<Minimum> usable = new ArrayList<>();
        List<Minimum> unfinished = new ArrayList<>();
        EvaluationCount count = EvaluationCount.NONE;
        for (Minimum minimum : found) {
            boolean rests = minimum.isMinimum() || minimum.status() == Convergence.SADDLE_OR_FLAT;
            (rests ? usable : unfinished).add(minimum);
            count = count.plus(minimum.evaluations());
        }
        unfinished.sort(DistinctMinima.BY_VALUE_THEN_POINT);
        return new MultiStartResult(DistinctMinima.of(usable), unfinished, found.size(), count);
    }
}
