package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.DistinctMinima;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.MultiStart;
import org.penguinfit.core.minimize.MultiStartResult;
import org.penguinfit.core.minimize.StoppingRule;
import org.penguinfit.core.minimize.VariableMetric;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.likelihoods.Likelihood;
import org.penguinfit.likelihoods.LikelihoodModel;

/** All parameters of a task together, and the minima of their likelihood: what every joint task starts from. */
final class JointSearch {
    /** Lower by less than this, relative to max(1, |value|), is the accuracy of a minimisation. */
    private static final double SIGNIFICANT_GAIN = 1e-9;

    private final ResolvedTask task;
    private final List<FreeParameter> free;
    private final Likelihood likelihood;
    private final MultiStartResult search;
    private final int adopted;

    private JointSearch(ResolvedTask task, Likelihood likelihood, MultiStartResult search, int adopted) {
        this.task = task;
        this.adopted = adopted;
        this.free = new ArrayList<>(task.interest());
        this.free.addAll(task.nuisances());
        this.likelihood = likelihood;
        this.search = search;
    }

    static JointSearch of(ResolvedTask task, int threads) {
        Likelihood likelihood = task.bind(task.interest());
        List<FreeParameter> free = new ArrayList<>(task.interest());
        free.addAll(task.nuisances());
        MultiStartResult search = MultiStart.of(task.config().starts())
                .withThreads(threads)
                .search(
                        likelihood::objective,
                        List.of(Vector.of(likelihood.parameters().start())),
                        likelihood.parameters().bounds(),
                        StartBox.of(free));
        return new JointSearch(task, likelihood, search, 0);
    }

    ResolvedTask task() {
        return task;
    }

    /** Parameters of interest, then nuisance parameters: the order of θ. */
    List<FreeParameter> free() {
        return free;
    }

    Likelihood likelihood() {
        return likelihood;
    }

    LikelihoodModel model() {
        return LikelihoodModel.of(likelihood);
    }

    /**
     * The same with a lower minimum that was met later, from whose neighbourhood it is found again; this if it is no lower
     * one after all.
     *
     * @param point all parameters, near the minimum
     */
    JointSearch adopt(Vector point) {
        JointSearch completed = completed(List.of(point));
        return completed.adopted > adopted ? completed : this;
    }

    /**
     * The same with the minima near points that were met later.
     *
     * @param points all parameters each
     */
    JointSearch completed(List<Vector> points) {
        List<Minimum> all = new ArrayList<>(search.minima());
        for (Vector point : points) {
            Minimum found = new VariableMetric()
                    .minimize(
                            likelihood.objective(),
                            point.toArray(),
                            likelihood.parameters().bounds(),
                            StoppingRule.standard());
            if (found.isMinimum()) {
                all.add(found);
            }
        }
        List<Minimum> distinct = DistinctMinima.of(all);
        MultiStartResult completed = new MultiStartResult(
                distinct, search.unfinished(), search.thrown(), search.starts(), search.evaluations());
        return new JointSearch(task, likelihood, completed, adopted + (isLower(distinct) ? 1 : 0));
    }

    /** Whether the first of these lies below the best minimum by more than its accuracy, or is the first there is. */
    private boolean isLower(List<Minimum> minima) {
        if (minima.isEmpty() || search.minima().isEmpty()) {
            return !minima.isEmpty();
        }
        double best = search.minima().get(0).value();
        return minima.get(0).value() < best - SIGNIFICANT_GAIN * Math.max(1, Math.abs(best));
    }

    /** Indices of the parameters of interest in θ. */
    List<Integer> interestIndices() {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < task.interest().size(); i++) {
            indices.add(i);
        }
        return indices;
    }

    List<Minimum> minima() {
        return search.minima();
    }

    Optional<Minimum> best() {
        return search.best();
    }

    /** Points to minimise from: the distinct minima. */
    List<Vector> starts() {
        List<Vector> points = new ArrayList<>();
        for (Minimum minimum : search.minima()) {
            points.add(minimum.point());
        }
        return points;
    }

    /** A point with these values of some parameters of interest and the defaults of the others. */
    double[] interestAt(Map<String, Double> values) {
        double[] point = new double[task.interest().size()];
        for (int i = 0; i < point.length; i++) {
            FreeParameter parameter = task.interest().get(i);
            point[i] = values.getOrDefault(parameter.name(), parameter.standard());
        }
        return point;
    }

    /** How the search went, in one sentence. */
    String note() {
        int minima = search.minima().size();
        return "multi-start: " + search.starts() + " starts, " + minima
                + (minima == 1 ? " distinct minimum" : " distinct minima")
                + (search.failures() > 0
                        ? ", " + search.failures() + (search.failures() == 1 ? " start failed" : " starts failed")
                        : "")
                + (adopted > 0 ? "; a lower minimum was met afterwards and adopted" : "");
    }

    /** Sentences about minima without a covariance. */
    private List<String> openDirections() {
        List<String> notes = new ArrayList<>();
        for (int k = 0; k < search.minima().size(); k++) {
            OpenDirection.note(k + 1, free, search.minima().get(k)).ifPresent(notes::add);
        }
        return notes;
    }

    List<MinimumFound> minimaFound() {
        List<MinimumFound> found = new ArrayList<>();
        for (Minimum minimum : search.minima()) {
            found.add(JointFit.found(task, free, minimum, search.minima().get(0).value(), null));
        }
        return found;
    }

    /** The result of a task that found its minima, to be completed by what only that task finds. */
    TaskResult result(TaskResult.Status status, List<String> notes) {
        Minimum minimum = search.best().orElseThrow();
        List<String> all = new ArrayList<>(notes);
        all.addAll(openDirections());
        return TaskResult.of(task.config(), status, TaskResults.data(likelihood), List.of(), all)
                .withMinima(minimaFound(), TaskResults.goodness(task, likelihood, minimum.value(), task.interest()))
                .withPulls(TaskResults.pulls(likelihood, minimum.point().toArray()))
                .withPredictions(ErrorPropagation.fromMinimum(task, free, minimum));
    }

    /** The result of a task whose search found no minimum. */
    TaskResult notConverged() {
        return TaskResult.of(
                task.config(),
                TaskResult.Status.NOT_CONVERGED,
                TaskResults.data(likelihood),
                List.of(),
                List.of(note()));
    }
}
