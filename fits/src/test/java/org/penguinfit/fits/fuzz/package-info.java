/** Attacks on the readers: targets of the fuzzer, and the replay of what it found. */
@org.jspecify.annotations.NullMarked
package org.penguinfit.fits.fuzz;
