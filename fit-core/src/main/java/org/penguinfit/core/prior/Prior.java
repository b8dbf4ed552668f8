package org.penguinfit.core.prior;

import org.penguinfit.core.parameter.Bounds;

/**
 * The probability density f(x) of one parameter before the data; x has the unit of the parameter.
 *
 * <p>The bounds of the parameter cut the density off on top of this; a posterior needs no norm, a draw uses
 * {@link #quantileWithin}.
 */
public sealed interface Prior permits FlatPrior, GaussianPrior, LogNormalPrior, SplitGaussianPrior {
    /** Where the density is positive, ends included. */
    Bounds support();

    /** Whether the density integrates to one; an improper prior needs data that make the posterior proper. */
    boolean isProper();

    /** −2 ln f(x), dimensionless; +∞ outside the support. An improper density is 1 on its support. */
    double minusTwoLogDensity(double x);

    /** d(−2 ln f)/dx inside the support, in the inverse unit of the parameter. */
    double slope(double x);

    /** d²(−2 ln f)/dx² inside the support, in the inverse square of the unit; at the mode of unequal widths the upper one. */
    double curvature(double x);

    /** The central value: mode of a Gaussian shape, median of a log-normal, middle of a finite flat range. */
    double center();

    /**
     * Probability below {@code x}.
     *
     * @throws IllegalArgumentException when the prior is improper
     */
    double cumulativeProbability(double x);

    /**
     * The value with this probability below it.
     *
     * @param probability in [0, 1]
     * @throws IllegalArgumentException when the prior is improper
     */
    double quantile(double probability);

    /** Where the numbers come from: a paper, a file, "assumed". Not blank. */
    String source();

    /**
     * Quantile of the density cut off at bounds and normalised again.
     *
     * @param probability in [0, 1]
     * @throws IllegalArgumentException when the prior is improper, or has no probability within the bounds
     */
    default double quantileWithin(Bounds bounds, double probability) {
        double below = cumulativeProbability(bounds.lower());
        double inside = cumulativeProbability(bounds.upper()) - below;
        if (!(inside > 0.0)) {
            throw new IllegalArgumentException("the prior (" + source() + ") has no probability within ["
                    + bounds.lower() + ", " + bounds.upper() + "]");
        }
        return bounds.clamp(quantile(Math.min(1.0, below + probability * inside)));
    }
}
