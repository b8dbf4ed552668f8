package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.core.linalg.CovarianceMatrix;
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
 * of the parameters. The budget has |gᵢ|σᵢ of each parameter; correlations make their quadratic sum differ from σ.
 */
final class ErrorPropagation {
    private final ResolvedTask task;
    private final List<FreeParameter> free;
    private final double[] theta;
    private final Optional<ParameterUncertainty> uncertainty;

    private ErrorPropagation(
            ResolvedTask task, List<FreeParameter> free, double[] theta, Optional<ParameterUncertainty> uncertainty) {
        this.task = task;
        this.free = free;
        this.theta = theta;
        this.uncertainty = uncertainty;
    }

    /** At the task's point, from the constraints of the nuisance parameters it frees. */
    static Map<String, PredictionFound> fromConstraints(ResolvedTask task) {
        List<FreeParameter> free = task.nuisances();
        double[] theta = new double[free.size()];
        List<Integer> rows = new ArrayList<>();
        List<Double> variances = new ArrayList<>();
        for (int i = 0; i < theta.length; i++) {
            FreeParameter.Constraint constraint = free.get(i).constraint();
            theta[i] = free.get(i).start();
            if (constraint != null) {
                rows.add(i);
                variances.add(constraint.sigma() * constraint.sigma());
            }
        }
        double[][] covariance = new double[rows.size()][rows.size()];
        for (int i = 0; i < covariance.length; i++) {
            covariance[i][i] = variances.get(i);
        }
        Optional<ParameterUncertainty> known = rows.isEmpty()
                ? Optional.empty()
                : CovarianceMatrix.of(covariance).map(v -> new ParameterUncertainty(Vector.of(theta), rows, v));
        return new ErrorPropagation(task, free, theta, known).predictions();
    }

    /** At a minimum over all free parameters. */
    static Map<String, PredictionFound> fromMinimum(ResolvedTask task, List<FreeParameter> free, Minimum minimum) {
        return new ErrorPropagation(task, free, minimum.point().toArray(), ParameterUncertainty.of(minimum))
                .predictions();
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
        Optional<ParameterUncertainty> known =
                Optional.ofNullable(minimum.covariance()).map(v -> new ParameterUncertainty(Vector.of(theta), rows, v));
        return new ErrorPropagation(task, free, theta, known).predictions();
    }

    private Map<String, PredictionFound> predictions() {
        Map<String, PredictionFound> found = new LinkedHashMap<>();
        if (task.config().observables().isEmpty()) {
            return found;
        }
        ObservablePredictions predictions = ObservablePredictions.of(task, free);
        int n = theta.length;
        double[] mu = new double[predictions.names().size()];
        double[] jacobian = new double[mu.length * n];
        predictions.evaluate(theta, mu, jacobian);
        for (int k = 0; k < mu.length; k++) {
            double[] gradient = Arrays.copyOfRange(jacobian, k * n, (k + 1) * n);
            found.put(
                    predictions.names().get(k),
                    propagate(mu[k], gradient, predictions.units().get(k)));
        }
        return found;
    }

    /** A prediction outside the domain of its formula has no uncertainty. */
    private PredictionFound propagate(double value, double[] gradient, String unit) {
        boolean finite = Double.isFinite(value) && Arrays.stream(gradient).allMatch(Double::isFinite);
        if (uncertainty.isEmpty() || !finite) {
            return new PredictionFound(value, null, Map.of(), unit);
        }
        LinearPrediction linear = LinearPropagation.of(new double[] {value}, gradient, uncertainty.get())
                .predictions(sources(uncertainty.get(), free))
                .get(0);
        Map<String, Double> budget = new LinkedHashMap<>();
        for (VarianceBudget.Part part : linear.budget().parts()) {
            budget.put(part.source(), part.sigma());
        }
        return new PredictionFound(value, linear.sigma(), budget, unit);
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
