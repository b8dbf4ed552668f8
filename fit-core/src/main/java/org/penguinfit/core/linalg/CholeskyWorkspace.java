package org.penguinfit.core.linalg;

/**
 * A Cholesky factorisation A + μ = UᵀU that reuses its memory, for hot loops; one thread at a time. The loops run along rows,
 * which the compiler turns into vector instructions.
 */
public final class CholeskyWorkspace {
    private final double[] u;
    private int size;
    private double smallestPivot;

    /**
     * Memory for matrices of up to this many rows.
     *
     * @param largest not negative
     */
    public CholeskyWorkspace(int largest) {
        this.u = new double[largest * largest];
    }

    /**
     * Factorises A + μ; false when it is not positive definite in double precision or holds a number that is not finite.
     *
     * @param matrix row-major, shape [n × n], at the start of the array; only the upper triangle is read
     * @param n number of rows, at most what the workspace was made for
     * @param shift μ, added to the diagonal
     */
    public boolean factorize(double[] matrix, int n, double shift) {
        size = n;
        smallestPivot = Double.POSITIVE_INFINITY;
        System.arraycopy(matrix, 0, u, 0, n * n);
        for (int k = 0; k < n; k++) {
            u[k * n + k] += shift;
        }
        for (int k = 0; k < n; k++) {
            double pivot = u[k * n + k];
            if (!(pivot > 0.0) || pivot == Double.POSITIVE_INFINITY) {
                smallestPivot = 0.0;
                return false;
            }
            smallestPivot = Math.min(smallestPivot, pivot);
            eliminate(k, Math.sqrt(pivot));
        }
        return true;
    }

    private void eliminate(int k, double root) {
        int n = size;
        int row = k * n;
        u[row + k] = root;
        double inverse = 1.0 / root;
        for (int j = k + 1; j < n; j++) {
            u[row + j] *= inverse;
        }
        for (int i = k + 1; i < n; i++) {
            subtract(u[row + i], row - i * n, i * n + i, i * n + n);
        }
    }

    /** u[j] −= factor · u[j + offset] for from ≤ j &lt; to. */
    private void subtract(double factor, int offset, int from, int to) {
        for (int j = from; j < to; j++) {
            u[j] -= factor * u[j + offset];
        }
    }

    /** The smallest pivot of the last factorisation, an upper bound of the smallest eigenvalue; 0 when it failed. */
    public double smallestPivot() {
        return smallestPivot;
    }

    /** Solves Uᵀz = b in place, so that |z|² = bᵀ(A + μ)⁻¹b. */
    public void whiten(double[] b) {
        int n = size;
        for (int k = 0; k < n; k++) {
            int row = k * n;
            double z = b[k] / u[row + k];
            b[k] = z;
            for (int j = k + 1; j < n; j++) {
                b[j] -= u[row + j] * z;
            }
        }
    }

    /** Solves U x = z in place: the second half of {@link #solve}. */
    public void unwhiten(double[] z) {
        int n = size;
        for (int k = n - 1; k >= 0; k--) {
            int row = k * n;
            double even = 0.0;
            double odd = 0.0;
            int j = k + 1;
            for (; j + 1 < n; j += 2) {
                even += u[row + j] * z[j];
                odd += u[row + j + 1] * z[j + 1];
            }
            double sum = j < n ? even + odd + u[row + j] * z[j] : even + odd;
            z[k] = (z[k] - sum) / u[row + k];
        }
    }

    /** Solves (A + μ) x = b in place. */
    public void solve(double[] b) {
        whiten(b);
        unwhiten(b);
    }
}
