package org.penguinfit.fits.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.minimize.Minimizer;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.VariableMetric;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.random.RandomStreams;
import org.penguinfit.core.toy.DataModel;

/** The kernels of a fit on the benchmark problems, under JMH. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class KernelBenchmark {
    /** Name of the problem. */
    @Param({"table2", "wc6", "wc6multi", "global", "nuis"})
    public String problem;

    private final Minimizer minimizer = new VariableMetric();
    private ParameterSet parameters;
    private DataModel model;
    private DataModel.Objective objective;
    private DataModel.Objective toyObjective;
    private ConnectedIntervals connected;
    private Minimum best;
    private Interval range;
    private double[] theta;
    private double[] gradient;
    private double[] hessian;
    private double[] data;
    private long toy;

    /** Reads the problem from the test resources and finds its minimum. */
    @Setup
    public void read() throws IOException {
        Path folder = Files.createTempDirectory("jmh");
        LikelihoodProblem read = (LikelihoodProblem) Objects.requireNonNull(BenchFiles.read(problem, folder));
        model = CompiledModel.of(read).data();
        objective = model.objective();
        toyObjective = model.objective();
        parameters = read.parameterSet();
        connected = new ConnectedIntervals(parameters);
        best = minimizer.minimize(objective, parameters);
        range = LikelihoodSolver.profileRange(best);
        theta = parameters.start();
        gradient = new double[theta.length];
        hessian = new double[theta.length * theta.length];
        data = new double[model.dataSize()];
    }

    /** One value. */
    @Benchmark
    public double value() {
        return objective.value(theta);
    }

    /** Value and gradient. */
    @Benchmark
    public double gradient() {
        return objective.valueAndGradient(theta, gradient);
    }

    /** Value, gradient and Hessian. */
    @Benchmark
    public double hessian() {
        return objective.valueGradientAndHessian(theta, gradient, hessian);
    }

    /** A minimisation from the start values. */
    @Benchmark
    public Minimum minimise() {
        return minimizer.minimize(objective, parameters);
    }

    /** Both interval ends of all parameters at Δχ² = 1. */
    @Benchmark
    public List<Interval> intervalEnds() {
        return connected.ends(objective, best, 1.0);
    }

    /** The profile of the first parameter at 100 points. */
    @Benchmark
    public double[] profile() {
        return connected.profile(objective, best, 0, range, 100);
    }

    /** A toy, drawn and minimised. */
    @Benchmark
    public Minimum toy() {
        model.draw(best.point().toArray(), RandomStreams.of(1).stream(toy++), data);
        toyObjective.useData(data);
        return minimizer.minimize(toyObjective, parameters);
    }
}
