package org.penguinfit.fits.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Descent;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.MultiStart;
import org.penguinfit.core.minimize.MultiStartResult;
import org.penguinfit.core.minimize.StoppingRule;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.polynomial.PiecewisePolynomial;
import org.penguinfit.core.polynomial.Stationary;
import org.penguinfit.core.toy.DataModel;
import org.penguinfit.fits.bench.LikelihoodAnswer.Curve;
import org.penguinfit.fits.bench.LikelihoodAnswer.ExactSets;
import org.penguinfit.fits.bench.LikelihoodAnswer.ToySums;
import org.penguinfit.fits.bench.LikelihoodProblem.BenchParameter;

/** Solves a likelihood problem and times each kind of work on one thread. */
final class LikelihoodSolver {
    /** Minima are looked for within this many steps of each parameter's start. */
    private static final double BOX_STEPS = 30;

    /** Minima are looked for within this many standard deviations of a nuisance parameter's constraint. */
    private static final double BOX_SIGMAS = 3;

    private static final int PROFILE_POINTS = 100;
    private static final double PROFILE_SIGMAS = 3;

    /** Problems with more parameters take fewer starts: each costs more, and the box cannot be filled anyway. */
    private static final int MANY_PARAMETERS = 10;

    private static final int SOBOL_POINTS = 512;
    private static final int SOBOL_POINTS_MANY = 16;

    /** Of a toy only the value is asked for, which is good to the EDM goal: 1e-10. */
    static final StoppingRule TOY_RULE = StoppingRule.standard().withoutPolish();

    private final LikelihoodProblem problem;
    private final ParameterSet parameters;
    private final BenchModel bench;
    private final DataModel model;
    private final Stopwatch stopwatch;
    private final Consumer<String> phases;
    private final ConnectedIntervals connected;
    private final Descent descent;

    /**
     * A solver.
     *
     * @param bench the problem as something that can be evaluated
     */
    LikelihoodSolver(LikelihoodProblem problem, BenchModel bench, Stopwatch stopwatch, Consumer<String> phases) {
        this.problem = problem;
        this.parameters = problem.parameterSet();
        this.bench = bench;
        this.model = bench.data();
        this.stopwatch = stopwatch;
        this.phases = phases;
        this.connected = new ConnectedIntervals(parameters);
        this.descent = Descent.variableMetric(parameters.bounds(), TOY_RULE);
    }

    /**
     * Solves and times.
     *
     * @param threads threads of the search for minima; all times are of one thread
     * @throws IllegalStateException if no start leads to a minimum
     */
    LikelihoodAnswer solve(int threads) {
        phases.accept(problem.name() + ": minima");
        MultiStartResult search = search(threads);
        Minimum best = search.best().orElseThrow(() -> new IllegalStateException("no start led to a minimum"));
        DataModel.Objective objective = model.objective();
        phases.accept(problem.name() + ": interval ends");
        Map<String, List<Interval>> ends = new LinkedHashMap<>();
        for (BenchLevel level : BenchLevel.ALL) {
            ends.put(level.name(), connected.ends(objective, best, level.delta()));
        }
        phases.accept(problem.name() + ": global profile sets");
        Map<String, List<IntervalSet>> sets =
                new GlobalSets(parameters, search.minima()).of(objective, problem.interestCount());
        phases.accept(problem.name() + ": profile, toys, times");
        return new LikelihoodAnswer(
                parameters.names(),
                search.minima(),
                search.starts(),
                search.failures(),
                ends,
                sets,
                profile(objective, best),
                problem.toys().isEmpty() ? Optional.empty() : Optional.of(toys(search.minima())),
                bench.slice().flatMap(LikelihoodSolver::exact),
                new LikelihoodTimes(problem, bench, stopwatch, connected).of(best));
    }

    private MultiStartResult search(int threads) {
        int starts = parameters.size() > MANY_PARAMETERS ? SOBOL_POINTS_MANY : SOBOL_POINTS;
        return MultiStart.of(starts)
                .withThreads(threads)
                .search(model::objective, List.of(Vector.of(parameters.start())), parameters.bounds(), box());
    }

    private List<Bounds> box() {
        List<Bounds> box = new ArrayList<>();
        for (BenchParameter parameter : problem.parameters()) {
            double middle = parameter.constraint().map(c -> c.mean()).orElse(parameter.start());
            double half =
                    parameter.constraint().map(c -> BOX_SIGMAS * c.sigma()).orElse(BOX_STEPS * parameter.step());
            box.add(new Bounds(
                    parameter.bounds().clamp(middle - half), parameter.bounds().clamp(middle + half)));
        }
        return box;
    }

    private Curve profile(DataModel.Objective objective, Minimum best) {
        Interval range = profileRange(best);
        double[] x = new double[PROFILE_POINTS];
        for (int k = 0; k < x.length; k++) {
            x[k] = range.lower() + k * range.length() / (x.length - 1);
        }
        return new Curve(Vector.of(x), Vector.of(connected.profile(objective, best, 0, range, PROFILE_POINTS)));
    }

    /** Three standard deviations on both sides of the minimum, as the reference has it. */
    static Interval profileRange(Minimum best) {
        double reach = PROFILE_SIGMAS * best.uncertainty(0).orElse(1);
        return new Interval(best.point().get(0) - reach, best.point().get(0) + reach);
    }

    private ToySums toys(List<Minimum> minima) {
        DataModel.Objective objective = model.objective();
        double[] data = new double[model.dataSize()];
        model.observed(data);
        double localSum = 0;
        double globalSum = 0;
        int missed = 0;
        int failures = 0;
        List<Double> first = new ArrayList<>();
        for (Vector toy : problem.toys()) {
            System.arraycopy(toy.toArray(), 0, data, 0, toy.size());
            objective.useData(data);
            failures += descent.run(objective, parameters.start()).isConverged() ? 0 : 1;
            double local = descent.value();
            double global = minima.size() == 1 ? local : lowest(objective, minima, local);
            localSum += local;
            globalSum += global;
            missed += local > global + 1e-6 ? 1 : 0;
            if (first.size() < 10) {
                first.add(local);
            }
        }
        return new ToySums(localSum, first, globalSum, missed, failures);
    }

    /** The lowest minimum reached from the minima of the real data. */
    private double lowest(DataModel.Objective objective, List<Minimum> minima, double known) {
        double lowest = known;
        for (Minimum start : minima) {
            descent.run(objective, start.point().toArray());
            lowest = Math.min(lowest, descent.value());
        }
        return lowest;
    }

    private static Optional<ExactSets> exact(PiecewisePolynomial curve) {
        Optional<Stationary> global = curve.globalMinimum();
        if (global.isEmpty()) {
            return Optional.empty();
        }
        List<Vector> minima = new ArrayList<>();
        for (Stationary minimum : curve.minima()) {
            minima.add(Vector.of(minimum.x(), minimum.value()));
        }
        Map<String, IntervalSet> sets = new LinkedHashMap<>();
        for (BenchLevel level : BenchLevel.ALL) {
            sets.put(level.name(), curve.sublevelSet(global.get().value() + level.delta()));
        }
        return Optional.of(new ExactSets(minima, sets));
    }
}
