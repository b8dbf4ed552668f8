package org.penguinfit.likelihoods.curve;

/**
 * −2 ln L(x) of one observable, 0 at its lowest point. Immutable and thread-safe. A value of +∞ says that x is excluded; both
 * derivatives are 0 there. {@code NaN} in, {@code NaN} out.
 */
public interface Curve {
    /** −2 ln L at x. */
    double at(double x);

    /** First derivative; at a kink that of the right-hand side. */
    double slope(double x);

    /** Second derivative; at a kink or jump that of the right-hand side. */
    double curvature(double x);

    /** Where −2 ln L is 0. */
    double mode();

    /**
     * True if the signed root of −2 ln L, minus on the left of the mode, is smooth and −2 ln L finite everywhere, so that
     * least squares can be made of it.
     */
    boolean hasSmoothRoot();
}
