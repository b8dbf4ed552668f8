package org.penguinfit.core.contour;

import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Convergence;

/**
 * A point of a profile of two parameters.
 *
 * @param x value of the first parameter
 * @param y value of the second parameter
 * @param value −2 ln L minimised over the others; +∞ where excluded
 * @param point all parameters there
 * @param status how the minimisation ended
 */
public record GridPoint(double x, double y, double value, Vector point, Convergence status) {
    /** Whether the minimisation ended without a minimum, so that the value is an upper estimate only. */
    public boolean hasFailed() {
        return !status.isMinimum() && status != Convergence.SADDLE_OR_FLAT;
    }
}
