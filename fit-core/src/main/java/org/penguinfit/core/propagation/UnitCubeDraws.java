package org.penguinfit.core.propagation;

/** Draws that are functions of uniform numbers, so that random and quasi-random points serve alike. Immutable. */
public sealed interface UnitCubeDraws extends ParameterDraws permits GaussianDraws, PriorDraws {
    /** Number of uniform numbers that a draw takes. */
    int dimension();

    /**
     * Writes the draw that belongs to a point of the unit cube.
     *
     * @param unit shape [{@link #dimension}], each in (0, 1)
     * @param theta overwritten, shape [n]
     * @return whether the draw lies within the bounds; if not, it must not be used
     */
    boolean draw(double[] unit, double[] theta);
}
