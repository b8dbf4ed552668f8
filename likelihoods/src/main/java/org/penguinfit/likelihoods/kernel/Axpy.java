package org.penguinfit.likelihoods.kernel;

/**
 * y ← y + Σ s_k x_k over a range, four vectors at a time. One common index runs over separate arrays: such loops the
 * just-in-time compiler of JDK 17 turns into vector instructions (measured: 7 to 10 products per nanosecond), but not loops
 * over parts of one flat array (4) nor sums of products, whose order it must keep.
 */
final class Axpy {
    private Axpy() {}

    /** y[i] += s·x[i] for from ≤ i < to. */
    static void add(double[] y, int from, int to, double s, double[] x) {
        for (int i = from; i < to; i++) {
            y[i] += s * x[i];
        }
    }

    /** Four at once, so that y is read and written once for them. */
    static void add(
            double[] y,
            int from,
            int to,
            double s,
            double t,
            double u,
            double v,
            double[] a,
            double[] b,
            double[] c,
            double[] d) {
        for (int i = from; i < to; i++) {
            y[i] += (s * a[i] + t * b[i]) + (u * c[i] + v * d[i]);
        }
    }

    /** Adds Σ s_k x_k over vectors k from {@code first} to {@code last − 1}. */
    static void addAll(double[] y, int from, int to, double[] s, double[][] x, int first, int last) {
        int k = first;
        for (; k + 3 < last; k += 4) {
            add(y, from, to, s[k], s[k + 1], s[k + 2], s[k + 3], x[k], x[k + 1], x[k + 2], x[k + 3]);
        }
        for (; k < last; k++) {
            add(y, from, to, s[k], x[k]);
        }
    }

    /** The rows of a flat matrix as arrays of their own. */
    static double[][] rows(double[] flat, int count, int width) {
        double[][] rows = new double[count][width];
        for (int r = 0; r < count; r++) {
            System.arraycopy(flat, r * width, rows[r], 0, width);
        }
        return rows;
    }

    /** The transposed matrix. */
    static double[][] transposed(double[][] rows, int width) {
        double[][] columns = new double[width][rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int a = 0; a < width; a++) {
                columns[a][r] = rows[r][a];
            }
        }
        return columns;
    }
}
