package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.fits.result.TaskResult.PredictionFound;
import org.penguinfit.likelihoods.expression.PredictionVector;
import org.penguinfit.likelihoods.theory.TheoryObservable;

/**
 * Predictions with linearly propagated uncertainties: σ² = gᵀ V g with the gradient g of the prediction and the covariance V
 * of the parameters. The budget has |gᵢ|σᵢ of each parameter; correlations make their quadratic sum differ from σ.
 */
final class ErrorPropagation {
    /**
     * A gradient entry counts as zero below this fraction of the prediction per standard deviation: rounding at a stationary
     * point, far below any uncertainty that means something.
     */
    private static final double NEGLIGIBLE = 1e-12;

    private final ResolvedTask task;
    private final List<FreeParameter> free;
    private final double[] theta;
    private final double[][] covariance;

    private ErrorPropagation(ResolvedTask task, List<FreeParameter> free, double[] theta, double[][] covariance) {
        this.task = task;
        this.free = free;
        this.theta = theta;
        this.covariance = covariance;
    }

    /** At the task's point, from the constraints of the nuisance parameters it frees. */
    static Map<String, PredictionFound> fromConstraints(ResolvedTask task) {
        List<FreeParameter> free = task.nuisances();
        int n = free.size();
        double[] theta = new double[n];
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            FreeParameter.Constraint constraint = free.get(i).constraint();
            theta[i] = free.get(i).start();
            covariance[i][i] = constraint == null ? 0 : constraint.sigma() * constraint.sigma();
        }
        return new ErrorPropagation(task, free, theta, covariance).predictions();
    }

    /** At a minimum over all free parameters. */
    static Map<String, PredictionFound> fromMinimum(ResolvedTask task, List<FreeParameter> free, Minimum minimum) {
        return new ErrorPropagation(
                        task,
                        free,
                        minimum.point().toArray(),
                        spread(free.size(), minimum.free(), minimum.covariance().orElse(null)))
                .predictions();
    }

    /** At a minimum in the words of results. */
    static Map<String, PredictionFound> fromMinimum(
            ResolvedTask task, List<FreeParameter> free, double[] theta, MinimumFound minimum) {
        List<String> names = List.copyOf(minimum.uncertainties().keySet());
        List<Integer> rows = new ArrayList<>();
        for (String name : names) {
            for (int i = 0; i < free.size(); i++) {
                if (free.get(i).name().equals(name)) {
                    rows.add(i);
                }
            }
        }
        return new ErrorPropagation(task, free, theta, spread(free.size(), rows, minimum.covariance())).predictions();
    }

    /** The covariance over all parameters; zero for those without an uncertainty. */
    private static double[][] spread(int n, List<Integer> rows, @Nullable CovarianceMatrix known) {
        double[][] full = new double[n][n];
        for (int i = 0; known != null && i < rows.size(); i++) {
            for (int j = 0; j < rows.size(); j++) {
                full[rows.get(i)][rows.get(j)] = known.get(i, j);
            }
        }
        return full;
    }

    private Map<String, PredictionFound> predictions() {
        List<String> names = task.config().observables();
        Map<String, PredictionFound> predictions = new LinkedHashMap<>();
        if (names.isEmpty()) {
            return predictions;
        }
        List<String> theoryNames = new ArrayList<>();
        for (FreeParameter parameter : free) {
            theoryNames.add(parameter.theoryName());
        }
        Map<String, Double> held = new LinkedHashMap<>(task.fixed());
        held.keySet().removeAll(theoryNames);
        PredictionVector vector = task.theory().bind(names, theoryNames, held);
        double[] mu = new double[names.size()];
        double[] jacobian = new double[names.size() * theta.length];
        vector.evaluator().valuesAndGradients(theta, mu, jacobian);
        for (int k = 0; k < names.size(); k++) {
            String unit = task.theory()
                    .observable(names.get(k))
                    .map(TheoryObservable::unit)
                    .orElse("");
            predictions.put(names.get(k), propagate(mu[k], jacobian, k * theta.length, unit));
        }
        return predictions;
    }

    private PredictionFound propagate(double value, double[] jacobian, int row, String unit) {
        Map<String, Double> budget = new LinkedHashMap<>();
        double variance = 0;
        boolean known = false;
        for (int i = 0; i < theta.length; i++) {
            if (!(covariance[i][i] > 0)) {
                continue;
            }
            known = true;
            double part = Math.abs(jacobian[row + i]) * Math.sqrt(covariance[i][i]);
            budget.put(free.get(i).name(), part > NEGLIGIBLE * Math.abs(value) ? part : 0);
            for (int j = 0; j < theta.length; j++) {
                variance += jacobian[row + i] * covariance[i][j] * jacobian[row + j];
            }
        }
        double sigma = Math.sqrt(Math.max(0, variance));
        Double uncertainty = known ? Double.valueOf(sigma > NEGLIGIBLE * Math.abs(value) ? sigma : 0) : null;
        return new PredictionFound(value, uncertainty, budget, unit);
    }
}
