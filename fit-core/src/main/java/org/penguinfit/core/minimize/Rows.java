package org.penguinfit.core.minimize;

/** Loops over rows of numbers, in four independent sums so that they need not wait for one another. */
final class Rows {
    private Rows() {}

    static double dot(double[] a, double[] b) {
        int n = a.length;
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < n; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** y += factor · x. */
    static void add(double factor, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += factor * x[i];
        }
    }

    static boolean allFinite(double[] numbers) {
        double sum = 0.0;
        for (double number : numbers) {
            sum += 0.0 * number; // NaN unless every number is finite
        }
        return sum == 0.0;
    }
}
