package org.penguinfit.core.region;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.penguinfit.core.linalg.Finite;
import org.penguinfit.core.parameter.Bounds;

/**
 * The points of a box whose predictions pass cuts.
 *
 * @param box ranges of the parameters
 * @param cuts conditions on the predictions that all must hold
 */
public record CutSpace(List<Bounds> box, List<Cut> cuts) {
    /** Copies the lists. */
    public CutSpace {
        box = List.copyOf(box);
        cuts = List.copyOf(cuts);
    }

    /** Whether all predictions are finite and all cuts hold. */
    boolean accepts(double[] outputs) {
        return Finite.all(outputs) && Cut.allPass(cuts, outputs);
    }

    /**
     * Draws a point uniformly from a small box around another, clamped to the ranges.
     *
     * @param width half-width of the small box in units of the ranges
     * @param drawn receives the point
     */
    void near(double[] centre, double width, UniformRandomProvider random, double[] drawn) {
        for (int i = 0; i < centre.length; i++) {
            Bounds range = box.get(i);
            double half = width * (range.upper() - range.lower());
            drawn[i] = range.clamp(centre[i] + half * (2 * random.nextDouble() - 1));
        }
    }
}
