package org.penguinfit.measurements;

/** Checks of record components; a failure is a bug of the caller, broken files are reported as diagnostics before. */
final class Require {
    private Require() {}

    static double finite(double value, String what) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " must be finite, found " + value);
        }
        return value;
    }

    /** Also refuses NaN. */
    static double positive(double value, String what) {
        if (!(value > 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " must be > 0 and finite, found " + value);
        }
        return value;
    }

    static void that(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
