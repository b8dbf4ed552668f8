package org.penguinfit.fits.update;

import org.penguinfit.core.linalg.Vector;

/**
 * The profile likelihood of a parameter before and after.
 *
 * @param parameter its name
 * @param before without the new files; no points if there was no data
 * @param after with them
 */
public record CurvePair(String parameter, Curve before, Curve after) {
    /**
     * A curve.
     *
     * @param x values of the parameter, ascending
     * @param deltaChi2 −2 ln L above its minimum, same length
     */
    public record Curve(Vector x, Vector deltaChi2) {}
}
