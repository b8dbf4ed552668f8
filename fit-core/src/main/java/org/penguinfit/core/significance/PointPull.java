package org.penguinfit.core.significance;

/**
 * How far a point, such as the Standard Model, lies from the best fit: its Δχ² with k parameters held.
 *
 * @param deltaChiSquare −2 ln λ of the point, not negative
 * @param dof number k of parameters that the point fixes
 */
public record PointPull(double deltaChiSquare, int dof) {
    /** Requires a Δχ² and a parameter. */
    public PointPull {
        if (!(deltaChiSquare >= 0.0) || dof < 1) {
            throw new IllegalArgumentException(
                    "pull of a point: needs Δχ² >= 0 and dof >= 1, found " + deltaChiSquare + " and " + dof);
        }
    }

    /**
     * The pull of the point with these values of the parameters of interest, all others profiled.
     *
     * @throws IllegalStateException when a minimisation failed
     */
    public static PointPull of(LikelihoodRatio ratio, double... values) {
        return new PointPull(ratio.delta(values), ratio.interest().size());
    }

    /** The p-value by Wilks' theorem. */
    public PValue pValue() {
        return PValue.wilks(deltaChiSquare, dof);
    }

    /** The pull: the two-sided number of standard deviations of the p-value; √Δχ² for one parameter. */
    public double significance() {
        return dof == 1 ? Math.sqrt(deltaChiSquare) : pValue().twoSidedSignificance();
    }
}
