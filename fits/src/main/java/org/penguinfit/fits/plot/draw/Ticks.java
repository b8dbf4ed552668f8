package org.penguinfit.fits.plot.draw;

import java.util.List;

/**
 * Where an axis has ticks.
 *
 * @param major long ones, with their LaTeX label
 * @param minor short ones
 * @param exponent labels are to be multiplied by this power of ten, which stands with the unit
 */
record Ticks(List<Tick> major, List<Double> minor, int exponent) {
    /** A tick with a label. */
    record Tick(double at, String label) {}
}
