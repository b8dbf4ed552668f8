package org.penguinfit.likelihoods.curve;

/** Checks of arguments; a failure says what was wrong with which number. */
final class Checks {
    private Checks() {}

    static void finite(double value, String name) {
        that(Double.isFinite(value), name + ": must be finite, found " + value);
    }

    static void positive(double value, String name) {
        that(value > 0 && value < Double.POSITIVE_INFINITY, name + ": must be > 0 and finite, found " + value);
    }

    static void atLeastZero(double value, String name) {
        that(value >= 0 && value < Double.POSITIVE_INFINITY, name + ": must be >= 0 and finite, found " + value);
    }

    static void that(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
