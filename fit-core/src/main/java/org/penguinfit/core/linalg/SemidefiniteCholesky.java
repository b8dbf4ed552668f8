package org.penguinfit.core.linalg;

import java.util.Arrays;

/**
 * The factorisation A = UᵀDU of symmetric positive semidefinite matrices up to a given size, in its own memory: for solving in
 * loops without allocation.
 *
 * <p>A pivot that vanishes up to rounding marks a flat direction: solutions do not move along it (the row counts as held), so
 * a system whose right-hand side has no component there is solved exactly. Not shared between threads.
 */
public final class SemidefiniteCholesky {
    /**
     * Pivots below this part of their diagonal entry count as zero: entries of an analytic Hessian carry some hundred
     * roundings of 1e-16.
     */
    public static final double FLAT_PIVOT = 1e-12;

    /** Square of the coupling of a flat row, relative to the diagonal entries: in a semidefinite matrix below the pivot. */
    private static final double FLAT_COUPLING = 1e-10;

    private final double[] u;
    private final double[] inverse;
    private int size;
    private int flats;

    /** @param capacity largest number of rows, not negative */
    public SemidefiniteCholesky(int capacity) {
        u = new double[capacity * capacity];
        inverse = new double[capacity];
    }

    /**
     * Factorises the rows and columns {@code indices[0 … count)} of a symmetric matrix.
     *
     * @param matrix row-major, shape [n × n]
     * @return false when the submatrix has clearly negative curvature or is not finite; then nothing can be solved
     */
    public boolean factorise(double[] matrix, int n, int[] indices, int count) {
        size = count;
        flats = 0;
        for (int a = 0; a < count; a++) {
            int row = indices[a] * n;
            for (int b = a; b < count; b++) {
                u[a * count + b] = matrix[row + indices[b]];
            }
        }
        for (int k = 0; k < count; k++) {
            double diagonal = Math.abs(matrix[indices[k] * n + indices[k]]);
            boolean flat = !(u[k * count + k] > FLAT_PIVOT * diagonal);
            if (flat ? !hold(k, diagonal, matrix, n, indices) : !eliminate(k)) {
                return false;
            }
        }
        return true;
    }

    /** Row k has no curvature of its own left: false when it is negative, or when the row still couples to later ones. */
    private boolean hold(int k, double diagonal, double[] matrix, int n, int[] indices) {
        int m = size;
        int row = k * m;
        boolean flat = u[row + k] >= -FLAT_PIVOT * m * diagonal;
        for (int j = k + 1; j < m; j++) {
            double other = Math.abs(matrix[indices[j] * n + indices[j]]);
            flat &= u[row + j] * u[row + j] <= FLAT_COUPLING * diagonal * other;
        }
        inverse[k] = 0.0;
        flats++;
        Arrays.fill(u, row + k, row + m, 0.0);
        return flat;
    }

    /** Row k becomes unit upper triangular; the rows below lose their component. Rows are contiguous, so this vectorises. */
    private boolean eliminate(int k) {
        int m = size;
        int row = k * m;
        double reciprocal = 1.0 / u[row + k];
        inverse[k] = reciprocal;
        for (int i = k + 1; i < m; i++) {
            subtract(u, i * m, row, i, m, u[row + i] * reciprocal);
        }
        for (int j = k + 1; j < m; j++) {
            u[row + j] *= reciprocal;
        }
        return Double.isFinite(reciprocal);
    }

    private static void subtract(double[] u, int target, int source, int from, int to, double factor) {
        for (int j = from; j < to; j++) {
            u[target + j] -= factor * u[source + j];
        }
    }

    /** Number of flat directions met by the last factorisation. */
    public int flatDirections() {
        return flats;
    }

    /** Solves A x = b in place; components of x along flat directions are zero. */
    public void solve(double[] b) {
        int m = size;
        for (int k = 0; k < m; k++) {
            double factor = b[k];
            int row = k * m;
            for (int j = k + 1; j < m; j++) {
                b[j] -= factor * u[row + j];
            }
        }
        for (int k = m - 1; k >= 0; k--) {
            double sum = b[k] * inverse[k];
            int row = k * m;
            for (int j = k + 1; j < m; j++) {
                sum -= u[row + j] * b[j];
            }
            b[k] = inverse[k] == 0.0 ? 0.0 : sum;
        }
    }
}
