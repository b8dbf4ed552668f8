package org.penguinfit.core.significance;

import java.util.Optional;
import org.penguinfit.core.linalg.Vector;

/**
 * What one nuisance parameter does to the parameters of interest when it is held away from its best fit and all others
 * are fitted anew.
 *
 * @param nuisance index of the nuisance parameter
 * @param down shifts of the parameters of interest with the nuisance parameter at its lower position; empty when that fit
 *     failed
 * @param up the same at its upper position
 */
public record Impact(int nuisance, Optional<Vector> down, Optional<Vector> up) {
    /** The larger of the two absolute shifts of a parameter of interest; 0 where both fits failed. */
    public double size(int parameterOfInterest) {
        double low = down.map(shift -> Math.abs(shift.get(parameterOfInterest))).orElse(0.0);
        double high = up.map(shift -> Math.abs(shift.get(parameterOfInterest))).orElse(0.0);
        return Math.max(low, high);
    }
}
