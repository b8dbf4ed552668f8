package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.propagation.MonteCarloPredictions;
import org.penguinfit.core.propagation.PredictionDistribution;
import org.penguinfit.core.random.RandomStreams;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.PredictionFound;

/**
 * Tasks of type {@code curve}: predictions along one parameter. Bands are what the constraints of the nuisance parameters leave
 * open at each point, by linear propagation and, if asked for, as quantiles of draws; every point takes the same draws, so that
 * the ends of the bands are smooth.
 */
final class CurveTask {
    private final ResolvedTask task;
    private final TaskOptions.Curve options;
    private final RunContext context;
    private final FreeParameter x;
    private final ConstrainedPredictions predictions;
    private final List<String> notes = new ArrayList<>();

    private CurveTask(ResolvedTask task, TaskOptions.Curve options, RunContext context) {
        this.task = task;
        this.options = options;
        this.context = context;
        this.x = task.interest().get(0);
        this.predictions = new ConstrainedPredictions(task, task.interest(), options.sources());
    }

    static TaskResult run(ResolvedTask task, TaskOptions.Curve options, RunContext context) {
        return new CurveTask(task, options, context).run();
    }

    private TaskResult run() {
        List<Map<String, PredictionFound>> linear = new ArrayList<>();
        for (int i = 0; i < options.number(); i++) {
            linear.add(predictions.linear(at(i)));
        }
        Optional<WorkResults> drawn =
                options.draws() > 0 && predictions.areUncertain() ? Optional.of(draw()) : Optional.empty();
        describe(linear, drawn);
        CurveBlocks blocks =
                new CurveBlocks(x.name(), predictions.names(), task.config().levels());
        List<ResultBlock> found = new ArrayList<>();
        found.add(blocks.points(this::at, linear));
        found.add(blocks.curve(this::at, linear, drawn.map(WorkResults::results)));
        found.add(blocks.standard(standard()));
        List<MeasuredValue> measured = MeasuredValue.of(task);
        if (!measured.isEmpty()) {
            found.add(MeasuredValue.table("measured", measured));
        }
        boolean complete = drawn.isEmpty() || drawn.get().failures().isEmpty();
        return TaskResult.of(
                task.config(),
                complete ? TaskResult.Status.OK : TaskResult.Status.NOT_CONVERGED,
                MeasuredValue.data(task),
                found,
                notes);
    }

    /** Point i of the curve; both ends of the range are exact. */
    private double at(int i) {
        Bounds range = x.bounds();
        int last = options.number() - 1;
        return i == last ? range.upper() : range.clamp(range.lower() + (range.upper() - range.lower()) * i / last);
    }

    private Map<String, PredictionFound> standard() {
        return new ConstrainedPredictions(task.atStandardModel(), task.interest(), options.sources())
                .linear(x.standard());
    }

    private WorkResults draw() {
        RandomStreams streams = context.streams(task, "curve");
        return context.work()
                .run(
                        context.workName(task, "curve"),
                        options.number(),
                        () -> predictions,
                        (along, i) -> drawn(along, at(i), streams));
    }

    /** Per observable median, σ, and both ends of each level, with the numbers of draws outside and without a value behind. */
    private double[] drawn(ConstrainedPredictions along, double value, RandomStreams streams) {
        MonteCarloPredictions found = along.drawn(
                        List.of(Vector.of(value)),
                        options.draws(),
                        streams,
                        context.work().inner(),
                        "point")
                .orElseThrow();
        if (found.distributions().isEmpty()) {
            throw new IllegalStateException("only " + found.used() + " draws counted");
        }
        List<Double> numbers = new ArrayList<>();
        for (PredictionDistribution distribution : found.distributions()) {
            numbers.add(distribution.median().value());
            numbers.add(distribution.sigma().value());
            for (Level level : task.config().levels()) {
                numbers.add(distribution.quantile(0.5 * level.level().tail()));
                numbers.add(distribution.quantile(1 - 0.5 * level.level().tail()));
            }
        }
        numbers.add((double) found.outside());
        numbers.add((double) found.failed());
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void describe(List<Map<String, PredictionFound>> linear, Optional<WorkResults> drawn) {
        if (!predictions.areUncertain()) {
            notes.add("no nuisance parameter is free, so the curve has no band");
        }
        long without = linear.stream()
                .flatMap(found -> found.values().stream())
                .filter(found -> !Double.isFinite(found.value()))
                .count();
        if (without > 0) {
            notes.add(without + " predictions along the curve have no value");
        }
        if (drawn.isPresent()) {
            describe(drawn.get());
        }
    }

    private void describe(WorkResults drawn) {
        notes.add("Monte Carlo bands of " + options.draws() + " draws, the same at each point");
        long outside = 0;
        long failed = 0;
        for (Vector point : drawn.successes()) {
            outside += (long) point.get(point.size() - 2);
            failed += (long) point.get(point.size() - 1);
        }
        if (outside > 0) {
            notes.add(outside + " draws lay outside the ranges of nuisance parameters and were drawn anew");
        }
        if (failed > 0) {
            notes.add(failed + " draws gave no prediction and do not count");
        }
        if (!drawn.failures().isEmpty()) {
            notes.add(drawn.failures().size() + " points have no Monte Carlo band: "
                    + drawn.failures().get(0).reason());
        }
    }
}
