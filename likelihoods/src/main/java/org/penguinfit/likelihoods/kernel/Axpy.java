package org.penguinfit.likelihoods.kernel;

/**
 * y ← y + Σ s_k x_k over parts of flat arrays, four vectors at a time: loops of unit stride that the just-in-time compiler
 * turns into vector instructions, unlike sums of products, whose order it must keep.
 */
final class Axpy {
    private Axpy() {}

    /** y[at + i] += s·x[start + i]. */
    static void add(double[] y, int at, int length, double s, double[] x, int start) {
        for (int i = 0; i < length; i++) {
            y[at + i] += s * x[start + i];
        }
    }

    /** Four at once, so that y is read and written once for them. */
    static void add(
            double[] y, int at, int length, double s, double t, double u, double v, double[] x, int a, int b, int c, int d) {
        for (int i = 0; i < length; i++) {
            y[at + i] += (s * x[a + i] + t * x[b + i]) + (u * x[c + i] + v * x[d + i]);
        }
    }

    /** Σ x[start + i] y[i]. */
    static double dot(double[] x, int start, double[] y, int length) {
        return dot(x, start, y, 0, length);
    }

    /** Σ x[start + i] y[at + i] in four partial sums. */
    static double dot(double[] x, int start, double[] y, int at, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a += x[start + i] * y[at + i];
            b += x[start + i + 1] * y[at + i + 1];
            c += x[start + i + 2] * y[at + i + 2];
            d += x[start + i + 3] * y[at + i + 3];
        }
        for (; i < length; i++) {
            a += x[start + i] * y[at + i];
        }
        return (a + b) + (c + d);
    }
}
