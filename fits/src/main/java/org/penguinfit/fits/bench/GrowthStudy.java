package org.penguinfit.fits.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.penguinfit.core.minimize.Minimizer;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.VariableMetric;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.toy.DataModel;

/**
 * How cost grows with the size of a problem: generated likelihoods of several sizes, their times on one thread and their
 * memory, as a Markdown table.
 *
 * @param parameterCounts numbers of parameters
 * @param observableCounts numbers of observables
 * @param models turns a problem into something that can be evaluated
 */
public record GrowthStudy(
        List<Integer> parameterCounts,
        List<Integer> observableCounts,
        Function<LikelihoodProblem, BenchModel> models,
        Stopwatch stopwatch) {
    private static final long SEED = 20260101;

    /** Evaluations over which allocation is averaged. */
    private static final int EVALUATIONS = 1000;

    /** Likelihoods are held in this many copies to measure their size. */
    private static final int COPIES = 4;

    private static final String HEAD = """
            | parameters | observables | value | gradient | Hessian | minimise | all interval ends | allocated | size |
            |---:|---:|---:|---:|---:|---:|---:|---:|---:|
            | | | µs | µs | µs | ms | ms | B per Hessian | MB |
            """;

    /** Copies the lists. */
    public GrowthStudy {
        parameterCounts = List.copyOf(parameterCounts);
        observableCounts = List.copyOf(observableCounts);
    }

    /** 5 to 40 parameters, 50 to 2000 observables. */
    public static GrowthStudy standard(Function<LikelihoodProblem, BenchModel> models, Stopwatch stopwatch) {
        return new GrowthStudy(List.of(5, 10, 20, 40), List.of(50, 100, 200, 500, 1000, 2000), models, stopwatch);
    }

    /**
     * Measures every size.
     *
     * @param phases hears of each size
     */
    public String markdown(Consumer<String> phases) {
        StringBuilder table = new StringBuilder(HEAD);
        for (int parameters : parameterCounts) {
            for (int observables : observableCounts) {
                LikelihoodProblem problem = GeneratedProblem.of(SEED, parameters, observables);
                phases.accept(problem.name());
                table.append(row(problem));
            }
        }
        return table.toString();
    }

    private String row(LikelihoodProblem problem) {
        double size = megabytes(problem);
        DataModel.Objective objective = models.apply(problem).data().objective();
        ParameterSet parameters = problem.parameterSet();
        int n = parameters.size();
        double[] theta = new double[n];
        double[] gradient = new double[n];
        double[] hessian = new double[n * n];
        Minimizer minimizer = new VariableMetric();
        Minimum best = minimizer.minimize(objective, parameters);
        ConnectedIntervals connected = new ConnectedIntervals(parameters);
        double value =
                stopwatch.time("value", () -> objective.value(moved(theta))).nanoseconds();
        double slope = stopwatch
                .time("gradient", () -> objective.valueAndGradient(moved(theta), gradient))
                .nanoseconds();
        double curvature = stopwatch
                .time("Hessian", () -> objective.valueGradientAndHessian(moved(theta), gradient, hessian))
                .nanoseconds();
        double minimise = stopwatch
                .time(
                        "minimise",
                        () -> minimizer.minimize(objective, parameters).value())
                .nanoseconds();
        double ends = stopwatch
                .time("ends", () -> connected.ends(objective, best, 1.0).get(0).upper())
                .nanoseconds();
        double bytes = allocated(() -> objective.valueGradientAndHessian(moved(theta), gradient, hessian));
        return String.format(
                Locale.ROOT,
                "| %d | %d | %.3g | %.3g | %.3g | %.3g | %.3g | %.0f | %.2f |%n",
                n,
                problem.observables().size(),
                value / 1e3,
                slope / 1e3,
                curvature / 1e3,
                minimise / 1e6,
                ends / 1e6,
                bytes,
                size);
    }

    /** Another point at each call. */
    private static double[] moved(double[] theta) {
        theta[0] = theta[0] > 0.1 ? 0 : theta[0] + 0.001;
        return theta;
    }

    /** Bytes that one call allocates on this thread. */
    private static double allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        for (int i = 0; i < EVALUATIONS; i++) {
            work.run();
        }
        return (threads.getThreadAllocatedBytes(id) - before) / (double) EVALUATIONS;
    }

    /** Memory that a likelihood with the scratch space of one thread holds. */
    private double megabytes(LikelihoodProblem problem) {
        List<DataModel.Objective> kept = new ArrayList<>();
        long before = usedBytes();
        for (int i = 0; i < COPIES; i++) {
            kept.add(models.apply(problem).data().objective());
        }
        long after = usedBytes();
        return (after - before) / (1e6 * kept.size());
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
