package org.penguinfit.likelihoods.term;

/** Argument checks shared by the terms; a loader reports the same faults with their place before a term is built. */
final class Positive {
    /** Its square, 1e-300, is still a normal double. */
    private static final double NARROWEST = 1e-150;

    private static final double WIDEST = 1e150;

    private Positive() {}

    static double require(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + ": must be > 0 and finite, found " + value);
        }
        return value;
    }

    /** A standard deviation; its square must be a normal number too, for terms divide by it. */
    static double requireWidth(double value, String name) {
        require(value, name);
        if (value < NARROWEST || value > WIDEST) {
            throw new IllegalArgumentException(
                    name + ": must lie between " + NARROWEST + " and " + WIDEST + ", found " + value);
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
