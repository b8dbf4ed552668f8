package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Finite;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.propagation.Estimate;
import org.penguinfit.core.propagation.GaussianDraws;
import org.penguinfit.core.propagation.LinearPrediction;
import org.penguinfit.core.propagation.LinearPropagation;
import org.penguinfit.core.propagation.MonteCarloPredictions;
import org.penguinfit.core.propagation.MonteCarloPropagation;
import org.penguinfit.core.propagation.ParameterUncertainty;
import org.penguinfit.core.propagation.VarianceBudget;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.TaskResult;

/**
 * Tasks of type {@code propagate}: uncertainties of predictions at the best fit, linear and by Monte Carlo from the Gaussian of
 * its covariance cut off at the bounds, with a budget by parameter and the covariance between the predictions.
 */
final class PropagateTask {
    private static final List<Column> BUDGET = List.of(
            new Column("observable", "observable"),
            new Column("source", "source"),
            new Column("with", "correlated with"),
            new Column("sigma", "σ alone"),
            new Column("fraction", "part of σ²"));

    private static final List<Column> COVARIANCE = List.of(
            new Column("first", "observable"),
            new Column("second", "and"),
            new Column("linear", "covariance, linear"),
            new Column("correlation", "correlation, linear"),
            new Column("monteCarlo", "covariance, MC"),
            new Column("monteCarloError", "± MC"));

    private final JointSearch joint;
    private final Minimum best;
    private final int draws;
    private final RunContext context;
    private final ObservablePredictions predictions;

    private PropagateTask(JointSearch joint, Minimum best, int draws, RunContext context) {
        this.joint = joint;
        this.best = best;
        this.draws = draws;
        this.context = context;
        this.predictions = ObservablePredictions.of(joint.task(), joint.free());
    }

    static TaskResult run(ResolvedTask task, TaskOptions.Propagate options, RunContext context) {
        JointSearch joint = JointSearch.of(task, context.threads());
        return joint.best().isEmpty()
                ? joint.notConverged()
                : new PropagateTask(joint, joint.best().get(), options.draws(), context).run();
    }

    private TaskResult run() {
        List<String> notes = new ArrayList<>(List.of(joint.note()));
        List<ResultBlock> blocks = new ArrayList<>();
        Optional<ParameterUncertainty> uncertainty = ParameterUncertainty.of(best);
        if (uncertainty.isEmpty()) {
            notes.add("the best fit has no covariance, so predictions have no uncertainty; a posterior may have one");
        } else {
            addBlocks(uncertainty.get(), blocks, notes);
        }
        if (joint.minima().size() > 1) {
            notes.add("uncertainties are those around the best minimum; other minima do not enter");
        }
        TaskResult.Status status = uncertainty.isEmpty() ? TaskResult.Status.NOT_CONVERGED : JointFit.status(best);
        return joint.result(status, notes).withBlocks(blocks);
    }

    private void addBlocks(ParameterUncertainty uncertainty, List<ResultBlock> blocks, List<String> notes) {
        for (int i = 0; i < joint.free().size(); i++) {
            if (!uncertainty.uncertain().contains(i)) {
                notes.add(joint.free().get(i).name() + " has no uncertainty at its limit and stays there");
            }
        }
        MonteCarloPredictions drawn = MonteCarloPropagation.standard()
                .withDraws(draws)
                .predictions(
                        new GaussianDraws(
                                uncertainty, joint.likelihood().parameters().bounds()),
                        predictions::function,
                        context.streams(joint.task(), "propagation"),
                        context.work(),
                        context.workName(joint.task(), "propagation"));
        if (drawn.distributions().isEmpty()) {
            notes.add("Monte Carlo: only " + drawn.used() + " draws counted, too few for a distribution");
        }
        int n = uncertainty.size();
        double[] values = new double[predictions.names().size()];
        double[] jacobian = new double[values.length * n];
        predictions.evaluate(best.point().toArray(), values, jacobian);
        PredictionBlocks tables = new PredictionBlocks(predictions.names(), drawn);
        blocks.add(tables.draws());
        blocks.add(tables.moments());
        blocks.add(tables.quantiles());
        if (Finite.all(values) && Finite.all(jacobian)) {
            LinearPropagation linear = LinearPropagation.of(values, jacobian, uncertainty);
            blocks.add(new ResultBlock.Table("budget", "Budget", BUDGET, budget(linear, uncertainty), true));
            blocks.add(new ResultBlock.Table(
                    "covariance", "Covariance", COVARIANCE, covariance(linear, drawn), values.length > 1));
        } else {
            notes.add("a prediction or its derivative is not finite at the best fit: no linear budget");
        }
    }

    private List<List<@Nullable Object>> budget(LinearPropagation linear, ParameterUncertainty uncertainty) {
        List<LinearPrediction> found = linear.predictions(ErrorPropagation.sources(uncertainty, joint.free()));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < found.size(); k++) {
            VarianceBudget budget = found.get(k).budget();
            String observable = predictions.names().get(k);
            for (VarianceBudget.Part part : budget.parts()) {
                double square = part.sigma() * part.sigma();
                rows.add(row(observable, part.source(), null, part.sigma(), fraction(square, budget)));
            }
            for (VarianceBudget.CorrelatedPart part : budget.correlated()) {
                rows.add(row(observable, part.first(), part.second(), null, fraction(part.variance(), budget)));
            }
        }
        return rows;
    }

    private static List<@Nullable Object> row(
            String observable,
            String source,
            @Nullable String with,
            @Nullable Double sigma,
            @Nullable Double fraction) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(observable);
        row.add(source);
        row.add(with);
        row.add(sigma);
        row.add(fraction);
        return row;
    }

    private static @Nullable Double fraction(double variance, VarianceBudget budget) {
        return budget.variance() > 0 ? Double.valueOf(variance / budget.variance()) : null;
    }

    private List<List<@Nullable Object>> covariance(LinearPropagation linear, MonteCarloPredictions drawn) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < predictions.names().size(); k++) {
            for (int l = 0; l <= k; l++) {
                double size = Math.sqrt(linear.covariance(k, k) * linear.covariance(l, l));
                double covariance = linear.covariance(k, l);
                List<@Nullable Object> row = new ArrayList<>();
                row.add(predictions.names().get(k));
                row.add(predictions.names().get(l));
                row.add(covariance);
                row.add(size > 0 ? Double.valueOf(covariance / size) : null);
                if (drawn.covariance().isEmpty()) {
                    row.add(null);
                    row.add(null);
                } else {
                    Estimate estimate = drawn.covariance().get(k).get(l);
                    PredictionBlocks.add(estimate, row);
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
