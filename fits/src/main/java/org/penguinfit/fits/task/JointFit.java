package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Convergence;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.MultiStart;
import org.penguinfit.core.minimize.MultiStartResult;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.likelihoods.Likelihood;

/** Tasks of type {@code fit}: all parameters of interest and nuisance parameters together, from many start points. */
final class JointFit {
    private final ResolvedTask task;
    private final int threads;
    private final List<FreeParameter> free;
    private final Likelihood likelihood;

    JointFit(ResolvedTask task, int threads) {
        this.task = task;
        this.threads = threads;
        this.free = new ArrayList<>(task.interest());
        this.free.addAll(task.nuisances());
        this.likelihood = task.bind(task.interest());
    }

    TaskResult run() {
        List<Bounds> bounds = likelihood.parameters().bounds();
        MultiStartResult search = MultiStart.of(task.config().starts())
                .withThreads(threads)
                .search(
                        likelihood::objective,
                        List.of(Vector.of(likelihood.parameters().start())),
                        bounds,
                        StartBox.of(free));
        List<String> notes = new ArrayList<>();
        notes.add("multi-start: " + search.starts() + " starts, "
                + search.minima().size() + (search.minima().size() == 1 ? " distinct minimum" : " distinct minima")
                + (search.failures() > 0
                        ? ", " + search.failures() + (search.failures() == 1 ? " start failed" : " starts failed")
                        : ""));
        Optional<Minimum> best = search.best();
        if (best.isEmpty()) {
            return notConverged(notes);
        }
        List<MinimumFound> minima = new ArrayList<>();
        for (Minimum minimum : search.minima()) {
            minima.add(found(task, free, minimum, best.get().value(), null));
            if (minimum.status() == Convergence.SADDLE_OR_FLAT) {
                notes.add("minimum " + minima.size() + flat(minimum, minima.get(minima.size() - 1)));
            }
        }
        double[] theta = best.get().point().toArray();
        Map<String, Map<String, IntervalSet>> intervals = new LinkedHashMap<>();
        List<String> clipped = new ArrayList<>();
        if (!task.config().levels().isEmpty()) {
            ProfileScan.addIntervals(task, likelihood, search.minima(), intervals, clipped, notes);
        }
        return new TaskResult(
                task.config(),
                status(best.get()),
                TaskResults.data(likelihood),
                minima,
                TaskResults.goodness(task, likelihood, best.get().value(), task.interest()),
                intervals,
                clipped,
                TaskResults.pulls(likelihood, theta),
                ErrorPropagation.fromMinimum(task, free, best.get()),
                List.of(),
                notes);
    }

    /** Why a minimum is no proper one. A slope that vanishes at a limit leaves no trace in the Hessian of the others. */
    private static String flat(Minimum minimum, MinimumFound found) {
        if (!found.atLimit().isEmpty() && minimum.hessianEigenvalues().get(0) > 0) {
            return " is flat at the limit of " + String.join(", ", found.atLimit())
                    + ": −2 ln L does not fall towards it; the uncertainties hold it there";
        }
        return ": the Hessian is not positive definite (smallest eigenvalue "
                + String.format(
                        Locale.ROOT, "%.2g", minimum.hessianEigenvalues().get(0)) + " of the scaled matrix), so it has"
                + " no covariance: the data leave a direction open";
    }

    private static TaskResult.Status status(Minimum minimum) {
        return switch (minimum.status()) {
            case CONVERGED -> TaskResult.Status.OK;
            case AT_LIMIT -> TaskResult.Status.AT_LIMIT;
            case SADDLE_OR_FLAT, HARD_WALL, STALLED, CALL_LIMIT, NOT_FINITE -> TaskResult.Status.NOT_CONVERGED;
        };
    }

    private TaskResult notConverged(List<String> notes) {
        return new TaskResult(
                task.config(),
                TaskResult.Status.NOT_CONVERGED,
                TaskResults.data(likelihood),
                List.of(),
                null,
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                notes);
    }

    /**
     * A minimum in the words of results.
     *
     * @param free the parameters that its point holds
     * @param best lowest −2 ln L, for Δχ²
     * @param varied the parameter of interest varied alone; null if all were
     */
    static MinimumFound found(
            ResolvedTask task, List<FreeParameter> free, Minimum minimum, double best, @Nullable String varied) {
        Map<String, Double> point = task.standardPoint();
        Map<String, Double> uncertainties = new LinkedHashMap<>();
        List<String> atLimit = new ArrayList<>();
        for (int i = 0; i < free.size(); i++) {
            point.put(free.get(i).name(), minimum.point().get(i));
            if (minimum.uncertainty(i).isPresent()) {
                uncertainties.put(free.get(i).name(), minimum.uncertainty(i).getAsDouble());
            }
            if (minimum.isAtLimit(i)) {
                atLimit.add(free.get(i).name());
            }
        }
        return new MinimumFound(
                varied,
                point,
                minimum.value(),
                minimum.value() - best,
                uncertainties,
                minimum.covariance().orElse(null),
                minimum.edm(),
                atLimit);
    }
}
