package org.penguinfit.measurements.yaml;

import org.penguinfit.measurements.document.Node;

/**
 * Bounds the matrices of one file. A short file can ask for a huge matrix, as one number stands for the correlation of all
 * pairs; its memory grows with the square of the number of observables, the time to check it with the cube.
 */
final class MatrixBudget {
    /** Observables of one correlated result; global averages have some hundred. */
    static final int MAX_OBSERVABLES = 1000;

    /** Elements of all matrices of a file: 80 MB, or ten of the largest. */
    private static final long MAX_ELEMENTS = 10_000_000;

    private long elements;

    /** True if one more matrix may be made, false after a diagnostic. */
    boolean allows(Node at, int observables, Reading reading) {
        if (observables > MAX_OBSERVABLES) {
            reading.error(
                    at,
                    "a correlated result must not have more than " + MAX_OBSERVABLES + " observables",
                    String.valueOf(observables),
                    "split it into results that are independent of each other");
            return false;
        }
        elements += (long) observables * observables;
        if (elements > MAX_ELEMENTS) {
            reading.error(
                    at,
                    "the matrices of a file must not have more than " + MAX_ELEMENTS + " elements",
                    "more",
                    "write one file per publication");
            return false;
        }
        return true;
    }
}
