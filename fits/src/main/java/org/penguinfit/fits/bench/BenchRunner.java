package org.penguinfit.fits.bench;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Solves benchmark problems.
 *
 * @param models turns a likelihood problem into something that can be evaluated
 * @param stopwatch times each kind of work
 * @param phases hears what is being done
 * @param threads threads of searches that are not timed; all times are of one thread
 */
public record BenchRunner(
        Function<LikelihoodProblem, BenchModel> models, Stopwatch stopwatch, Consumer<String> phases, int threads) {
    /** The one place that decides who solves a problem. */
    public BenchAnswer run(BenchProblem problem) {
        if (problem instanceof LikelihoodProblem likelihood) {
            return new LikelihoodSolver(likelihood, models.apply(likelihood), stopwatch, phases).solve(threads);
        }
        if (problem instanceof MinimisationTests tests) {
            return new MinimisationSolver(stopwatch, phases).solve(tests);
        }
        if (problem instanceof NistSets sets) {
            return new NistSolver(stopwatch, phases).solve(sets);
        }
        throw new IllegalStateException("no solver for " + problem.getClass().getSimpleName() + "; add it here");
    }
}
