package org.penguinfit.core.minimize;

/** What is known about the covariance at the end of a minimisation. */
public enum CovarianceState {
    /** 2 H⁻¹ of an exact, positive definite Hessian. */
    ACCURATE,
    /**
     * The Hessian is flat or indefinite; {@link Minimum#flooredCovariance} is that of a Hessian whose eigenvalues were raised
     * until it is positive definite. Directions without curvature get a large invented uncertainty.
     */
    MADE_POSITIVE_DEFINITE,
    /** There is none. */
    ABSENT
}
