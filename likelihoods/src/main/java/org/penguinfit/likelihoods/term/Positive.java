package org.penguinfit.likelihoods.term;

/** Argument checks shared by the terms; a loader reports the same faults with their place before a term is built. */
final class Positive {
    private Positive() {}

    static double require(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + ": must be > 0 and finite, found " + value);
        }
        return value;
    }

    static double requireFinite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + ": must be finite, found " + value);
        }
        return value;
    }

    static double requireProbability(double value, String name) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + ": must lie between 0 and 1, found " + value);
        }
        return value;
    }
}
