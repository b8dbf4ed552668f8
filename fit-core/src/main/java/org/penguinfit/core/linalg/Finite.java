package org.penguinfit.core.linalg;

/** Whether numbers are finite, neither infinite nor NaN. */
public final class Finite {
    private Finite() {}

    /** Whether all are; true if there are none. */
    public static boolean all(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }
}
