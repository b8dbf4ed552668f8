package org.penguinfit.fits.bench;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Descent;
import org.penguinfit.core.minimize.Minimizer;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.VariableMetric;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.polynomial.PiecewisePolynomial;
import org.penguinfit.core.toy.DataModel;

/** Times every kind of work on a likelihood problem on the present thread. */
final class LikelihoodTimes {
    /** Evaluations take these points in turn, so that no result can be reused. */
    private static final int POINTS = 16;

    private static final int PROFILE_POINTS = 100;

    private final LikelihoodProblem problem;
    private final ParameterSet parameters;
    private final BenchModel bench;
    private final DataModel model;
    private final Stopwatch stopwatch;
    private final ConnectedIntervals connected;
    private final Minimizer minimizer = new VariableMetric();

    LikelihoodTimes(LikelihoodProblem problem, BenchModel bench, Stopwatch stopwatch, ConnectedIntervals connected) {
        this.problem = problem;
        this.parameters = problem.parameterSet();
        this.bench = bench;
        this.model = bench.data();
        this.stopwatch = stopwatch;
        this.connected = connected;
    }

    List<Timing> of(Minimum best) {
        List<Timing> timings = new ArrayList<>(evaluations(best));
        DataModel.Objective objective = model.objective();
        timings.add(stopwatch.time(
                "minimise", () -> minimizer.minimize(objective, parameters).value()));
        timings.add(stopwatch.time("all interval ends, Δχ² = 1", () -> {
            List<Interval> ends = connected.ends(objective, best, 1.0);
            return ends.get(0).upper();
        }));
        Interval range = LikelihoodSolver.profileRange(best);
        timings.add(stopwatch.time(
                "profile of parameter 0, 100 points",
                () -> connected.profile(objective, best, 0, range, PROFILE_POINTS)[0]));
        if (!problem.toys().isEmpty()) {
            timings.add(stopwatch.time("minimise " + problem.toys().size() + " toys", this::minimiseToys));
        }
        if (bench.slice().isPresent()) {
            timings.add(stopwatch.time("exact intervals, all levels", this::exact));
        }
        return timings;
    }

    private List<Timing> evaluations(Minimum best) {
        int n = parameters.size();
        double[][] points = points(best);
        double[] gradient = new double[n];
        double[] hessian = new double[n * n];
        DataModel.Objective objective = model.objective();
        int[] next = new int[1];
        return List.of(
                stopwatch.time("value", () -> objective.value(points[next[0]++ & (POINTS - 1)])),
                stopwatch.time(
                        "value and gradient",
                        () -> objective.valueAndGradient(points[next[0]++ & (POINTS - 1)], gradient) + gradient[0]),
                stopwatch.time(
                        "value, gradient and Hessian",
                        () -> objective.valueGradientAndHessian(points[next[0]++ & (POINTS - 1)], gradient, hessian)
                                + hessian[0]));
    }

    /** Points between the start and the minimum. */
    private double[][] points(Minimum best) {
        double[][] points = new double[POINTS][];
        for (int k = 0; k < POINTS; k++) {
            points[k] = parameters.start();
            for (int i = 0; i < points[k].length; i++) {
                points[k][i] += (best.point().get(i) - points[k][i]) * (k + 0.5) / POINTS;
            }
        }
        return points;
    }

    private double minimiseToys() {
        DataModel.Objective objective = model.objective();
        double[] data = new double[model.dataSize()];
        model.observed(data);
        double[] start = parameters.start();
        Descent descent = Descent.variableMetric(parameters.bounds(), LikelihoodSolver.TOY_RULE);
        double sum = 0;
        for (Vector toy : problem.toys()) {
            System.arraycopy(toy.toArray(), 0, data, 0, toy.size());
            objective.useData(data);
            descent.run(objective, start);
            sum += descent.value();
        }
        return sum;
    }

    private double exact() {
        PiecewisePolynomial curve = bench.slice().orElseThrow();
        double lowest = curve.globalMinimum().orElseThrow().value();
        double sum = 0;
        for (BenchLevel level : BenchLevel.ALL) {
            IntervalSet set = curve.sublevelSet(lowest + level.delta());
            sum += set.segments().get(0).lower();
        }
        return sum;
    }
}
