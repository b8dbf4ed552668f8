package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.MultiStart;
import org.penguinfit.core.minimize.MultiStartResult;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.likelihoods.Likelihood;
import org.penguinfit.likelihoods.LikelihoodModel;

/** All parameters of a task together, and the minima of their likelihood: what every joint task starts from. */
final class JointSearch {
    private final ResolvedTask task;
    private final List<FreeParameter> free;
    private final Likelihood likelihood;
    private final MultiStartResult search;

    private JointSearch(ResolvedTask task, Likelihood likelihood, MultiStartResult search) {
        this.task = task;
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
        return new JointSearch(task, likelihood, search);
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
                        : "");
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
        return TaskResult.of(task.config(), status, TaskResults.data(likelihood), List.of(), notes)
                .withMinima(minimaFound(), TaskResults.goodness(task, likelihood, minimum.value(), task.interest()))
                .withPulls(TaskResults.pulls(likelihood, minimum.point().toArray()));
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
