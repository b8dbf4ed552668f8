package org.penguinfit.fits.bench;

/** What a benchmark file poses. */
public sealed interface BenchProblem permits LikelihoodProblem, MinimisationTests, NistSets {
    /** Name of the problem, or of the collection. */
    String name();
}
