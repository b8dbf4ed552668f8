package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.propagation.LinearPropagation;
import org.penguinfit.core.propagation.MonteCarloPredictions;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.PredictionFound;
import org.penguinfit.likelihoods.theory.TheoryParameter;

/**
 * Tasks of type {@code predict}: predictions at one or several points with the uncertainties of the nuisance parameters'
 * constraints, linear and by Monte Carlo, a budget, covariances, and the comparison with measurements.
 */
final class PredictTask {
    /** Covariances of more predictions than this are for a program that asks for them, not for a table. */
    private static final int MOST_COVARIANCES = 40;

    private final ResolvedTask task;
    private final TaskOptions.Predict options;
    private final RunContext context;
    private final Map<String, Vector> points = new LinkedHashMap<>();
    private final ConstrainedPredictions predictions;
    private final List<String> notes = new ArrayList<>();

    private PredictTask(ResolvedTask task, TaskOptions.Predict options, RunContext context) {
        this.task = task;
        this.options = options;
        this.context = context;
        List<FreeParameter> chosen = chosen();
        this.predictions = new ConstrainedPredictions(task, chosen, options.sources());
        options.points().forEach((name, values) -> points.put(name, at(chosen, values)));
        if (points.isEmpty()) {
            points.put(place(), Vector.of());
        }
    }

    static TaskResult run(ResolvedTask task, TaskOptions.Predict options, RunContext context) {
        return new PredictTask(task, options, context).run();
    }

    /** Every parameter that some point names, once. */
    private List<FreeParameter> chosen() {
        Map<String, FreeParameter> chosen = new LinkedHashMap<>();
        for (Map<String, Double> values : options.points().values()) {
            for (String name : values.keySet()) {
                String own = theoryName(name);
                double standard = task.theory()
                        .parameter(own)
                        .map(TheoryParameter::defaultValue)
                        .orElseThrow();
                double held = task.fixed().getOrDefault(own, standard);
                chosen.putIfAbsent(own, new FreeParameter(name, own, standard, held, Bounds.UNBOUNDED, null));
            }
        }
        return List.copyOf(chosen.values());
    }

    private String theoryName(String name) {
        return task.theory().parameter(name).map(TheoryParameter::name).orElseThrow();
    }

    /** The parameters that the point does not name stand where the task holds them, or at their defaults. */
    private Vector at(List<FreeParameter> chosen, Map<String, Double> values) {
        double[] at = new double[chosen.size()];
        Map<String, Double> byTheoryName = new LinkedHashMap<>();
        values.forEach((name, value) -> byTheoryName.put(theoryName(name), value));
        for (int i = 0; i < at.length; i++) {
            at[i] = byTheoryName.getOrDefault(
                    chosen.get(i).theoryName(), chosen.get(i).start());
        }
        return Vector.of(at);
    }

    private String place() {
        return task.config().at().isEmpty()
                ? "Standard Model"
                : TaskResults.at(task.config().at());
    }

    private TaskResult run() {
        Map<String, Map<String, PredictionFound>> found = new LinkedHashMap<>();
        points.forEach((name, values) -> found.put(name, predictions.linear(values.toArray())));
        describe();
        List<ResultBlock> blocks = new ArrayList<>();
        List<MeasuredValue> measured = MeasuredValue.of(task);
        blocks.add(PointBlocks.predicted(found));
        if (!measured.isEmpty()) {
            blocks.add(MeasuredValue.table("experiment", measured));
            blocks.add(PointBlocks.comparison(found, measured));
        }
        addUncertainties(blocks);
        Map<String, PredictionFound> all = new LinkedHashMap<>();
        found.forEach((point, values) -> values.forEach((name, value) -> all.put(name(name, point), value)));
        return TaskResult.of(task.config(), TaskResult.Status.OK, MeasuredValue.data(task), blocks, notes)
                .withPredictions(all);
    }

    /** Of a prediction among those at all points. */
    private String name(String observable, String point) {
        return points.size() == 1 ? observable : observable + " at " + point;
    }

    private void describe() {
        if (options.points().isEmpty()) {
            notes.add(task.config().at().isEmpty() ? "at the Standard Model point" : "at " + place());
        }
        options.points()
                .forEach((name, values) ->
                        notes.add(name + ": " + (values.isEmpty() ? place() : TaskResults.at(values))));
    }

    private void addUncertainties(List<ResultBlock> blocks) {
        List<Vector> at = List.copyOf(points.values());
        List<String> names = new ArrayList<>();
        points.keySet().forEach(point -> predictions.names().forEach(observable -> names.add(name(observable, point))));
        Optional<MonteCarloPredictions> drawn = options.draws() == 0
                ? Optional.empty()
                : predictions.drawn(
                        at,
                        options.draws(),
                        context.streams(task, "predictions"),
                        context.work(),
                        context.workName(task, "predictions"));
        Optional<LinearPropagation> linear = predictions.covariances(at);
        if (linear.isPresent()) {
            VarianceBlocks variances = new VarianceBlocks(names);
            blocks.add(variances.budget(predictions.budgets(linear.get(), at.get(0)), false));
            if (names.size() > 1 && names.size() <= MOST_COVARIANCES) {
                blocks.add(variances.covariance(linear.get(), drawn, false));
            }
        }
        if (drawn.isPresent()) {
            PredictionBlocks tables = new PredictionBlocks(names, drawn.get());
            blocks.addAll(List.of(tables.draws(), tables.moments(), tables.quantiles()));
        } else if (options.draws() > 0) {
            notes.add("no nuisance parameter is free, so there is nothing to draw");
        }
    }
}
