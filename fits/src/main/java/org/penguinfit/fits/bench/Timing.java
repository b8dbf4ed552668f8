package org.penguinfit.fits.bench;

/**
 * What one piece of work took on one thread after warm-up.
 *
 * @param work what was timed
 * @param nanoseconds median over the repetitions
 * @param spread median absolute deviation from that median, in nanoseconds
 * @param repetitions number of repetitions
 * @param calls calls within one repetition, over which it is averaged
 */
public record Timing(String work, double nanoseconds, double spread, int repetitions, long calls) {}
