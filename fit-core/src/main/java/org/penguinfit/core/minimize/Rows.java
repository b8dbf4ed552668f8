package org.penguinfit.core.minimize;

/** Loops over rows of numbers. */
final class Rows {
    private Rows() {}

    /** y += factor · x. */
    static void add(double factor, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += factor * x[i];
        }
    }
}
