package org.penguinfit.core.prior;

/** What every prior requires of its numbers. */
final class PriorNumbers {
    /** ln 2π. */
    static final double LOG_TWO_PI = Math.log(2.0 * Math.PI);

    private PriorNumbers() {}

    static void requireFinite(double number, String name) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("prior " + name + ": must be finite, found " + number);
        }
    }

    static void requirePositive(double number, String name) {
        if (!(number > 0.0) || !Double.isFinite(number)) {
            throw new IllegalArgumentException("prior " + name + ": must be > 0 and finite, found " + number);
        }
    }

    static void requireSource(String source) {
        if (source.isBlank()) {
            throw new IllegalArgumentException("prior: the source is blank");
        }
    }

    static double probability(double probability) {
        if (!(probability >= 0.0 && probability <= 1.0)) {
            throw new IllegalArgumentException("a probability lies in [0, 1], found " + probability);
        }
        return probability;
    }
}
