package org.penguinfit.likelihoods.curve;

/** e^r − 1 − r ≥ 0, also where the terms nearly cancel. */
final class ExponentialRest {
    /** Below it the series is good to r²/12 ≈ 1e-11 of its value, above it the difference is to 2⁻⁵²/r. */
    private static final double SMALL = 1e-5;

    private ExponentialRest() {}

    static double of(double r) {
        return Math.abs(r) < SMALL ? r * r * (0.5 + r / 6) : Math.expm1(r) - r;
    }
}
