package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.polynomial.PiecewisePolynomial;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.TaskHeading;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.likelihoods.Likelihood;
import org.penguinfit.likelihoods.LikelihoodSlice;

/**
 * Tasks of type {@code one-at-a-time}: each parameter of interest varied alone, the others at their defaults. Without nuisance
 * parameters and with polynomial predictions −2 ln L is piecewise polynomial and the result exact; else it is a profile.
 */
final class OneAtATime {
    private final ResolvedTask task;
    private final RunContext context;

    OneAtATime(ResolvedTask task, RunContext context) {
        this.task = task;
        this.context = context;
    }

    TaskResult run() {
        List<MinimumFound> minima = new ArrayList<>();
        Map<String, Map<String, IntervalSet>> intervals = new LinkedHashMap<>();
        List<String> clipped = new ArrayList<>();
        Set<String> notes = new LinkedHashSet<>();
        TaskResult.Status status = TaskResult.Status.OK;
        @Nullable MinimumFound best = null;
        List<List<@Nullable Object>> curves = new ArrayList<>();
        for (FreeParameter parameter : task.interest()) {
            AxisScan scan = scan(parameter);
            curves.addAll(scan.curve().rows(parameter.name()));
            notes.add(scan.method());
            if (scan.flat()) {
                notes.add("no measurement of this task depends on " + parameter.name());
            }
            if (scan.failures() > 0) {
                notes.add(parameter.name() + ": " + scan.failures() + " points of the profile failed");
            }
            minima.addAll(scan.minima());
            Map<String, IntervalSet> byLevel = new LinkedHashMap<>();
            for (Map.Entry<Level, IntervalSet> level : scan.intervals().entrySet()) {
                byLevel.put(level.getKey().label(), level.getValue());
                if (touches(level.getValue(), parameter.bounds()) && !clipped.contains(parameter.name())) {
                    clipped.add(parameter.name());
                }
            }
            intervals.put(parameter.name(), byLevel);
            status = worse(status, scan);
            if (!scan.minima().isEmpty()
                    && (best == null || scan.minima().get(0).chi2() < best.chi2())) {
                best = scan.minima().get(0);
            }
        }
        return result(minima, intervals, clipped, List.copyOf(notes), status, best)
                .withBlocks(List.of(ScanCurve.table(curves)));
    }

    private TaskResult result(
            List<MinimumFound> minima,
            Map<String, Map<String, IntervalSet>> intervals,
            List<String> clipped,
            List<String> notes,
            TaskResult.Status status,
            @Nullable MinimumFound best) {
        TaskResult.@Nullable Goodness goodness = null;
        List<TaskResult.PullFound> pulls = List.of();
        Map<String, TaskResult.PredictionFound> predictions = Map.of();
        if (best != null) {
            FreeParameter varied = varied(best);
            Likelihood likelihood = task.bind(List.of(varied));
            double[] theta = theta(best, varied);
            goodness = TaskResults.goodness(task, likelihood, best.chi2(), List.of(varied));
            pulls = TaskResults.pulls(likelihood, theta);
            predictions = ErrorPropagation.fromMinimum(task, free(varied), theta, best);
        }
        return new TaskResult(
                TaskHeading.of(task.config()),
                status,
                TaskResults.data(task.bind(List.of())),
                minima,
                goodness,
                intervals,
                clipped,
                pulls,
                predictions,
                List.of(),
                notes);
    }

    private static TaskResult.Status worse(TaskResult.Status status, AxisScan scan) {
        if (scan.minima().isEmpty()) {
            return TaskResult.Status.NOT_CONVERGED;
        }
        boolean edge = !scan.minima().get(0).atLimit().isEmpty();
        return edge && status == TaskResult.Status.OK ? TaskResult.Status.AT_LIMIT : status;
    }

    /** True if a set ends at an edge of the range, so that the range and not the data cut it off. */
    static boolean touches(IntervalSet set, Bounds range) {
        return set.contains(range.lower()) || set.contains(range.upper());
    }

    /** The minima along one parameter, best first. */
    List<MinimumFound> minimaAlong(FreeParameter parameter) {
        return scan(parameter).minima();
    }

    private AxisScan scan(FreeParameter parameter) {
        Likelihood likelihood = task.bind(List.of(parameter));
        if (task.nuisances().isEmpty()) {
            Optional<PiecewisePolynomial> slice =
                    LikelihoodSlice.of(likelihood, 0, likelihood.parameters().start(), parameter.bounds());
            if (slice.isPresent()) {
                return new ExactScan(task, parameter, likelihood).of(slice.get());
            }
        }
        return new ProfileScan(task, parameter, likelihood, context).run();
    }

    private List<FreeParameter> free(FreeParameter varied) {
        List<FreeParameter> free = new ArrayList<>(List.of(varied));
        free.addAll(task.nuisances());
        return free;
    }

    private FreeParameter varied(MinimumFound minimum) {
        for (FreeParameter parameter : task.interest()) {
            if (parameter.name().equals(minimum.varied())) {
                return parameter;
            }
        }
        throw new IllegalStateException("a minimum varies no parameter of its task");
    }

    private double[] theta(MinimumFound minimum, FreeParameter varied) {
        List<FreeParameter> free = free(varied);
        double[] theta = new double[free.size()];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = minimum.parameters()
                    .getOrDefault(free.get(i).name(), free.get(i).standard());
        }
        return theta;
    }

    /** The set as an interval over the range. */
    static Interval interval(Bounds range) {
        return new Interval(range.lower(), range.upper());
    }
}
