package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.propagation.LinearPrediction;
import org.penguinfit.core.propagation.LinearPropagation;
import org.penguinfit.core.propagation.ParameterUncertainty;
import org.penguinfit.core.propagation.SourceGroups;
import org.penguinfit.core.propagation.VarianceBudget;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.fits.result.TaskResult.PredictionFound;

/**
 * Predictions with linearly propagated uncertainties: σ² = gᵀ V g with the gradient g of the prediction and the covariance V
 * of the parameters. The budget has √(gₐᵀ Vₐₐ gₐ) of each source; correlations make their quadratic sum differ from σ.
 */
final class ErrorPropagation {
    private final ObservablePredictions predictions;
    private final List<FreeParameter> free;
    private final Map<String, List<String>> sources;

    /**
     * Of the observables of a task.
     *
     * @param free the parameters of the predictions
     * @param sources source of uncertainty → its parameters; empty: each parameter is a source of its own
     */
    ErrorPropagation(ObservablePredictions predictions, List<FreeParameter> free, Map<String, List<String>> sources) {
        this.predictions = predictions;
        this.free = free;
        this.sources = sources;
    }

    /** At a minimum over all free parameters. */
    static Map<String, PredictionFound> fromMinimum(ResolvedTask task, List<FreeParameter> free, Minimum minimum) {
        return of(task, free, minimum.point().toArray(), ParameterUncertainty.of(minimum));
    }

    /** At a minimum in the words of results. */
    static Map<String, PredictionFound> fromMinimum(
            ResolvedTask task, List<FreeParameter> free, double[] theta, MinimumFound minimum) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < free.size(); i++) {
            if (minimum.uncertainties().containsKey(free.get(i).name())) {
                rows.add(i);
            }
        }
        return of(
                task,
                free,
                theta,
                Optional.ofNullable(minimum.covariance())
                        .map(v -> new ParameterUncertainty(Vector.of(theta), rows, v)));
    }

    private static Map<String, PredictionFound> of(
            ResolvedTask task, List<FreeParameter> free, double[] theta, Optional<ParameterUncertainty> uncertainty) {
        return task.config().observables().isEmpty()
                ? Map.of()
                : new ErrorPropagation(ObservablePredictions.of(task, free), free, Map.of()).at(theta, uncertainty);
    }

    /** The predictions at a point, by observable, in their order. */
    Map<String, PredictionFound> at(double[] theta, Optional<ParameterUncertainty> uncertainty) {
        Map<String, PredictionFound> found = new LinkedHashMap<>();
        int n = theta.length;
        double[] mu = new double[predictions.names().size()];
        double[] jacobian = new double[mu.length * n];
        predictions.evaluate(theta, mu, jacobian);
        for (int k = 0; k < mu.length; k++) {
            double[] gradient = Arrays.copyOfRange(jacobian, k * n, (k + 1) * n);
            found.put(
                    predictions.names().get(k),
                    propagate(mu[k], gradient, predictions.units().get(k), uncertainty));
        }
        return found;
    }

    /** A prediction outside the domain of its formula has no uncertainty. */
    private PredictionFound propagate(
            double value, double[] gradient, String unit, Optional<ParameterUncertainty> uncertainty) {
        boolean finite = Double.isFinite(value) && Arrays.stream(gradient).allMatch(Double::isFinite);
        if (uncertainty.isEmpty() || !finite) {
            return new PredictionFound(value, null, Map.of(), unit);
        }
        LinearPrediction linear = LinearPropagation.of(new double[] {value}, gradient, uncertainty.get())
                .predictions(groups(uncertainty.get()))
                .get(0);
        Map<String, Double> budget = new LinkedHashMap<>();
        for (VarianceBudget.Part part : linear.budget().parts()) {
            budget.put(part.source(), part.sigma());
        }
        return new PredictionFound(value, linear.sigma(), budget, unit);
    }

    /** The sources of the budget. */
    SourceGroups groups(ParameterUncertainty uncertainty) {
        if (sources.isEmpty()) {
            return sources(uncertainty, free);
        }
        List<String> names = free.stream().map(FreeParameter::name).toList();
        List<SourceGroups.Group> groups = new ArrayList<>();
        sources.forEach((source, parameters) -> groups.add(new SourceGroups.Group(
                source, parameters.stream().map(names::indexOf).toList())));
        return new SourceGroups(groups);
    }

    /** Each parameter with an uncertainty as a source of its own. */
    static SourceGroups sources(ParameterUncertainty uncertainty, List<FreeParameter> free) {
        List<SourceGroups.Group> groups = new ArrayList<>();
        for (int i : uncertainty.uncertain()) {
            groups.add(new SourceGroups.Group(free.get(i).name(), List.of(i)));
        }
        return new SourceGroups(groups);
    }
}
