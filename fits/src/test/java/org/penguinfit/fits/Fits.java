package org.penguinfit.fits;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plan.FitRequest;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.fits.run.FitRunner;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;

/** Runs fits the way the program does: from files, through plan and runner. */
public final class Fits {
    private Fits() {}

    /** The result; fails with the diagnostics if there is an error. */
    public static FitResult run(FitRequest request) {
        return run(request, 2);
    }

    /** The result, computed with so many threads. */
    public static FitResult run(FitRequest request, int threads) {
        return new FitRunner(ParallelWork.on(threads)).run(plan(request));
    }

    /** A fit without options. */
    public static FitResult run(String fit) {
        return run(FitRequest.of(fit));
    }

    /** A packed fit with measurement files added. */
    public static FitResult runWith(String fit, Path... with) {
        return run(new FitRequest(fit, List.of(with), List.of(), null, null));
    }

    /** The plan of a fit that must load. */
    public static FitPlan plan(FitRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        FitPlan plan = FitPlan.load(request, diagnostics);
        if (plan == null) {
            throw new AssertionError("the fit does not load: " + diagnostics.sorted());
        }
        return plan;
    }

    /** All diagnostics of a fit, errors and warnings, as printed. */
    public static List<String> problems(FitRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        FitPlan.load(request, diagnostics);
        return diagnostics.sorted().stream().map(Diagnostic::toString).toList();
    }

    /** A task of a result. */
    public static TaskResult task(FitResult result, String id) {
        return result.tasks().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task " + id));
    }

    /** The minima along one parameter, as listed. */
    public static List<MinimumFound> minima(TaskResult task, String varied) {
        return task.minima().stream().filter(m -> varied.equals(m.varied())).toList();
    }

    /** A value of a minimum. */
    public static double at(MinimumFound minimum, String parameter) {
        return get(minimum.parameters(), parameter);
    }

    /** The ends of all segments, in order: lower, upper, lower, upper, … */
    public static double[] ends(TaskResult task, String parameter, String level) {
        IntervalSet set = get(get(task.intervals(), parameter), level);
        return set.ends().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The value of a key that must be there. */
    public static <T> T get(Map<String, T> map, String key) {
        T value = map.get(key);
        if (value == null) {
            throw new AssertionError("no '" + key + "' among " + map.keySet());
        }
        return value;
    }
}
