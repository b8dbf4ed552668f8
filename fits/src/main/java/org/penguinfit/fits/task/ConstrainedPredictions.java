package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.linalg.Finite;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.propagation.GaussianDraws;
import org.penguinfit.core.propagation.LinearPrediction;
import org.penguinfit.core.propagation.LinearPropagation;
import org.penguinfit.core.propagation.MonteCarloPredictions;
import org.penguinfit.core.propagation.MonteCarloPropagation;
import org.penguinfit.core.propagation.ParameterUncertainty;
import org.penguinfit.core.propagation.PredictionFunction;
import org.penguinfit.core.random.RandomStreams;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.TaskResult.PredictionFound;

/**
 * The observables of a task where some parameters have chosen values and its nuisance parameters are known within their
 * constraints, each independent of the others. Immutable, for any number of threads.
 */
final class ConstrainedPredictions {
    private final List<FreeParameter> free;
    private final int chosen;
    private final ObservablePredictions predictions;
    private final ErrorPropagation propagation;

    /**
     * Of a task.
     *
     * @param chosen parameters whose values are given at each point; all others stand where the task holds them
     * @param sources source of uncertainty → its nuisance parameters; empty: each is a source of its own
     */
    ConstrainedPredictions(ResolvedTask task, List<FreeParameter> chosen, Map<String, List<String>> sources) {
        this.free = new ArrayList<>(chosen);
        this.free.addAll(task.nuisances());
        this.chosen = chosen.size();
        this.predictions = ObservablePredictions.of(task, free);
        this.propagation = new ErrorPropagation(predictions, free, sources);
    }

    /** The observables. */
    List<String> names() {
        return predictions.names();
    }

    /** Their units, empty where there is none. */
    List<String> units() {
        return predictions.units();
    }

    /** Whether any nuisance parameter has an uncertainty. */
    boolean areUncertain() {
        return free.subList(chosen, free.size()).stream().anyMatch(parameter -> parameter.constraint() != null);
    }

    /** With linear uncertainties, by observable. */
    Map<String, PredictionFound> linear(double... values) {
        return propagation.at(theta(values), uncertainty(values));
    }

    /**
     * Covariances of the predictions at one or several points, those of the first point first; empty if nothing is uncertain
     * or a prediction has no value.
     */
    Optional<LinearPropagation> covariances(List<Vector> points) {
        int m = predictions.names().size();
        double[] values = new double[m * points.size()];
        double[] jacobian = new double[values.length * free.size()];
        for (int p = 0; p < points.size(); p++) {
            double[] mu = new double[m];
            double[] slopes = new double[m * free.size()];
            predictions.evaluate(theta(points.get(p).toArray()), mu, slopes);
            System.arraycopy(mu, 0, values, p * m, m);
            System.arraycopy(slopes, 0, jacobian, p * slopes.length, slopes.length);
        }
        return Finite.all(values) && Finite.all(jacobian)
                ? uncertainty(points.get(0).toArray()).map(known -> LinearPropagation.of(values, jacobian, known))
                : Optional.empty();
    }

    /** The budget of {@link #covariances}, by source. */
    List<LinearPrediction> budgets(LinearPropagation linear, Vector point) {
        return uncertainty(point.toArray())
                .map(known -> linear.predictions(propagation.groups(known)))
                .orElse(List.of());
    }

    /**
     * Their distribution over draws of the nuisance parameters at one or several points, the same draws at each; empty if
     * nothing is uncertain.
     */
    Optional<MonteCarloPredictions> drawn(
            List<Vector> points, int draws, RandomStreams streams, ParallelWork work, String name) {
        List<Bounds> bounds = new ArrayList<>();
        for (int i = 0; i < free.size(); i++) {
            bounds.add(i < chosen ? Bounds.UNBOUNDED : free.get(i).bounds());
        }
        MonteCarloPropagation method = MonteCarloPropagation.standard().withDraws(draws);
        return uncertainty(points.get(0).toArray())
                .map(known -> method.predictions(
                        new GaussianDraws(known, bounds), () -> function(points), streams, work, name));
    }

    private PredictionFunction function(List<Vector> points) {
        PredictionFunction single = predictions.function();
        double[] at = new double[free.size()];
        double[] mu = new double[single.size()];
        return new PredictionFunction() {
            @Override
            public int size() {
                return mu.length * points.size();
            }

            @Override
            public void evaluate(double[] theta, double[] all) {
                for (int p = 0; p < points.size(); p++) {
                    System.arraycopy(theta, 0, at, 0, at.length);
                    for (int i = 0; i < chosen; i++) {
                        at[i] = points.get(p).get(i);
                    }
                    single.evaluate(at, mu);
                    System.arraycopy(mu, 0, all, p * mu.length, mu.length);
                }
            }
        };
    }

    private double[] theta(double... values) {
        double[] theta = new double[free.size()];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = i < chosen ? values[i] : free.get(i).central();
        }
        return theta;
    }

    private Optional<ParameterUncertainty> uncertainty(double... values) {
        List<Integer> rows = new ArrayList<>();
        List<Double> variances = new ArrayList<>();
        for (int i = chosen; i < free.size(); i++) {
            FreeParameter.Constraint constraint = free.get(i).constraint();
            if (constraint != null) {
                rows.add(i);
                variances.add(constraint.sigma() * constraint.sigma());
            }
        }
        double[][] covariance = new double[rows.size()][rows.size()];
        for (int i = 0; i < covariance.length; i++) {
            covariance[i][i] = variances.get(i);
        }
        return rows.isEmpty()
                ? Optional.empty()
                : CovarianceMatrix.of(covariance).map(v -> new ParameterUncertainty(Vector.of(theta(values)), rows, v));
    }
}
