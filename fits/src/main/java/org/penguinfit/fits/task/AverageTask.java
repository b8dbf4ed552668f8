package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.average.BlueAverage;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.minimize.CovarianceState;
import org.penguinfit.core.significance.GoodnessOfFit;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.ResultBlock.Figure;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.DatumUsed;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.fits.result.TaskResult.PullFound;
import org.penguinfit.likelihoods.BoundTerm;
import org.penguinfit.likelihoods.average.AverageCorrelations;
import org.penguinfit.likelihoods.average.AverageInput;
import org.penguinfit.likelihoods.average.ObservableAverage;
import org.penguinfit.likelihoods.term.LikelihoodTerms;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;

/**
 * Tasks of type {@code average}: the best linear unbiased estimate of all measurements of one observable, and their full
 * likelihood with its sets. The scale factor of the Particle Data Group is shown and never applied.
 */
final class AverageTask {
    /** The level of sets where the config names none. */
    private static final Level STANDARD = new Level("68.27%", ConfidenceLevel.ofSigmas(1));

    private static final List<Column> INPUTS = List.of(
            new Column("measurement", "measurement"),
            new Column("value", "value"),
            new Column("plus", "σ₊"),
            new Column("minus", "σ₋"),
            new Column("sigma", "σ symmetric"),
            new Column("weight", "weight"),
            new Column("pull", "pull"));

    private static final List<Column> SOURCES = List.of(
            new Column("source", "source"),
            new Column("sigma", "σ of the linear average"),
            new Column("correlation", "correlation between measurements"));

    private final ResolvedTask task;
    private final ObservableAverage average;

    private AverageTask(ResolvedTask task, ObservableAverage average) {
        this.task = task;
        this.average = average;
    }

    static TaskResult run(ResolvedTask task, TaskOptions.Average options) {
        Diagnostics diagnostics = new Diagnostics();
        ObservableAverage average = ObservableAverage.of(
                task.measurements(),
                options.observable(),
                new AverageCorrelations(options.correlations(), task.correlations()),
                diagnostics);
        if (average == null) {
            throw new InvalidInputException(diagnostics.sorted());
        }
        return new AverageTask(task, average).run();
    }

    private TaskResult run() {
        List<ResultBlock> blocks = new ArrayList<>();
        average.linear().ifPresent(linear -> addLinear(linear, blocks));
        Optional<Double> value = average.value();
        TaskResult.Status status = value.isPresent() ? TaskResult.Status.OK : TaskResult.Status.NOT_CONVERGED;
        TaskResult result = TaskResult.of(task.config(), status, data(), blocks, notes(value));
        return value.isEmpty() ? result : withLikelihood(result, value.get());
    }

    private List<DatumUsed> data() {
        List<DatumUsed> data = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (BoundTerm bound : average.likelihood().terms()) {
            rules.addAll(Collections.nCopies(bound.term().dimension(), LikelihoodTerms.rule(bound.term())));
        }
        List<AverageInput> inputs = average.inDataOrder();
        for (int i = 0; i < inputs.size(); i++) {
            data.add(new DatumUsed(
                    inputs.get(i).measurement(),
                    List.of(average.observable()),
                    inputs.get(i).result().quotation().text(),
                    rules.get(i)));
        }
        return data;
    }

    /** Each under the name of its measurement, also where several have a common term. */
    private List<PullFound> pulls(double value) {
        List<PullFound> found = TaskResults.pulls(average.likelihood(), new double[] {value});
        List<PullFound> named = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            PullFound pull = found.get(i);
            named.add(new PullFound(
                    average.inDataOrder().get(i).measurement(),
                    pull.observable(),
                    pull.measured(),
                    pull.predicted(),
                    pull.pull(),
                    pull.chi2()));
        }
        return named;
    }

    private List<String> notes(Optional<Double> value) {
        List<String> notes = new ArrayList<>();
        if (!average.unit().isEmpty()) {
            notes.add("unit: " + average.unit());
        }
        if (value.isEmpty()) {
            notes.add("the measurements exclude each other: −2 ln L is finite nowhere");
        }
        if (average.linear().isEmpty()) {
            notes.add("limits and ranges only: they prefer no value among those they allow; sets begin at 0");
        } else if (average.estimates().size() < average.inputs().size()) {
            notes.add("limits and ranges enter the full likelihood alone");
        }
        notes.add(
                "the linear average takes the mean of unequal sides of each source as σ; the full likelihood does not");
        notes.add("the scale factor is shown and applied nowhere");
        return notes;
    }

    private void addLinear(BlueAverage linear, List<ResultBlock> blocks) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("value", "average", linear.value()));
        figures.add(Figure.of("sigma", "σ", linear.sigma()));
        figures.add(Figure.of("measurements", "measurements with a value", (double)
                average.estimates().size()));
        addGoodness(linear.fit(), figures);
        linear.scaleFactor()
                .ifPresent(
                        s -> figures.add(Figure.of("scaleFactor", "scale factor √(χ²/ndof), not applied", s.value())));
        average.scaleFactorOfPrecise().ifPresent(s -> {
            figures.add(Figure.of("scaleFactorOfPrecise", "the same of the precise measurements", s.value()));
            figures.add(Figure.of("precise", "precise measurements, σ < 3√N σ̄", (double)
                    s.used().size()));
        });
        blocks.add(new ResultBlock.Figures("linear", "Linear average", figures));
        blocks.add(new ResultBlock.Table("inputs", "Inputs", INPUTS, inputs(linear), true));
        blocks.add(new ResultBlock.Table("sources", "By source", SOURCES, sources(linear), true));
    }

    private static void addGoodness(GoodnessOfFit fit, List<Figure> figures) {
        figures.add(Figure.of("chi2", "χ²", fit.chiSquare()));
        figures.add(Figure.of("dof", "degrees of freedom", (double) fit.dof()));
        if (fit.dof() > 0) {
            figures.add(Figure.of("pValue", "p-value", fit.pValue().value()));
        }
    }

    private List<List<@Nullable Object>> inputs(BlueAverage linear) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<AverageInput> estimates = average.estimates();
        for (int i = 0; i < estimates.size(); i++) {
            AverageInput input = estimates.get(i);
            List<@Nullable Object> row = new ArrayList<>();
            row.add(input.measurement());
            row.add(input.central());
            row.add(input.total().plus());
            row.add(input.total().minus());
            row.add(input.sigma());
            row.add(linear.weights().get(0).get(i));
            row.add((input.central() - linear.value()) / input.sigma());
            rows.add(row);
        }
        return rows;
    }

    private List<List<@Nullable Object>> sources(BlueAverage linear) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (BlueAverage.Contribution contribution : linear.breakdown()) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(contribution.source());
            row.add(contribution.sigmas().get(0));
            row.add(average.correlation(contribution.source()).orElse(null));
            rows.add(row);
        }
        return rows;
    }

    private TaskResult withLikelihood(TaskResult result, double value) {
        List<ResultBlock> blocks = new ArrayList<>(result.blocks());
        double chi2 = average.likelihood().objective().value(new double[] {value});
        average.fit().ifPresent(fit -> {
            List<Figure> figures = new ArrayList<>();
            figures.add(Figure.of("value", "best value", value));
            addGoodness(fit, figures);
            blocks.add(new ResultBlock.Figures("likelihood", "Full likelihood", figures));
        });
        Map<String, Double> uncertainties = curvature(value);
        MinimumFound minimum = new MinimumFound(
                null,
                Map.of(average.observable(), value),
                chi2,
                0,
                uncertainties,
                null,
                uncertainties.isEmpty() ? CovarianceState.ABSENT : CovarianceState.ACCURATE,
                0,
                List.of(),
                List.of());
        Map<String, IntervalSet> sets = new LinkedHashMap<>();
        boolean clipped = false;
        for (Level level : task.config().levels().isEmpty()
                ? List.of(STANDARD)
                : task.config().levels()) {
            IntervalSet set = average.set(level.level());
            sets.put(level.label(), set);
            clipped |= set.contains(average.range().lower())
                    || set.contains(average.range().upper());
        }
        return result.withBlocks(blocks)
                .withMinima(List.of(minimum), null)
                .withIntervals(Map.of(average.observable(), sets), clipped ? List.of(average.observable()) : List.of())
                .withPulls(pulls(value));
    }

    /** √(2/h) with the curvature h of −2 ln L; none where it is flat. */
    private Map<String, Double> curvature(double value) {
        double[] hessian = new double[1];
        average.likelihood().objective().valueGradientAndHessian(new double[] {value}, new double[1], hessian);
        return hessian[0] > 0 ? Map.of(average.observable(), Math.sqrt(2 / hessian[0])) : Map.of();
    }
}
