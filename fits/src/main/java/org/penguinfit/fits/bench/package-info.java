/**
 * Benchmarks with certified answers: files of the layouts {@code hepfit-bench/1} are read, solved and timed. Start with
 * {@link org.penguinfit.fits.bench.BenchReader} and {@link org.penguinfit.fits.bench.BenchReport}.
 */
@NullMarked
package org.penguinfit.fits.bench;

import org.jspecify.annotations.NullMarked;
