package org.penguinfit.fits.bench;

/** What was found, and how long it took. */
public sealed interface BenchAnswer permits LikelihoodAnswer, MinimisationAnswer, NistAnswer {}
