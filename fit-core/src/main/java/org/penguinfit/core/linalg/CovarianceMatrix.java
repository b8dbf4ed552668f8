package org.penguinfit.core.linalg;

import java.util.Arrays;
import java.util.Optional;

/**
 * A symmetric positive definite covariance matrix; entry (i, j) has the product of the units of quantities i and j.
 *
 * <p>Positive definiteness is judged on the correlation matrix, so it does not depend on the units.
 */
public final class CovarianceMatrix {
    /** Largest |a_ij − a_ji| / √(a_ii a_jj) taken as rounding of the same number; beyond it the caller has a bug. */
    public static final double SYMMETRY_TOLERANCE = 1e-9;

    private final int size;
    private final double[] entries;
    private final double[] sigmas;
    private final Cholesky cholesky;

    private CovarianceMatrix(int size, double[] entries, double[] sigmas, Cholesky cholesky) {
        this.size = size;
        this.entries = entries;
        this.sigmas = sigmas;
        this.cholesky = cholesky;
    }

    /**
     * A covariance matrix of these rows; empty when it is not positive definite (ask
     * {@link SymmetricEigen#smallestEigenvalue} why).
     *
     * @throws IllegalArgumentException when the rows are not square or not symmetric
     */
    public static Optional<CovarianceMatrix> of(double[][] rows) {
        return of(SquareMatrix.flatten(rows), rows.length);
    }

    /** As {@link #of(double[][])}, for a row-major array of shape [size × size]. */
    public static Optional<CovarianceMatrix> of(double[] matrix, int size) {
        double[] sigmas = new double[size];
        for (int i = 0; i < size; i++) {
            double variance = matrix[i * size + i];
            if (!(variance > 0.0) || !Double.isFinite(variance)) {
                return Optional.empty();
            }
            sigmas[i] = Math.sqrt(variance);
        }
        double[] symmetric = symmetric(matrix, sigmas);
        return Cholesky.of(correlations(symmetric, sigmas), size).isEmpty()
                ? Optional.empty()
                : Cholesky.of(symmetric, size).map(factor -> new CovarianceMatrix(size, symmetric, sigmas, factor));
    }

    private static double[] symmetric(double[] matrix, double[] sigmas) {
        int n = sigmas.length;
        double[] result = matrix.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double a = matrix[i * n + j];
                double b = matrix[j * n + i];
                if (Math.abs(a - b) > SYMMETRY_TOLERANCE * sigmas[i] * sigmas[j]) {
                    throw new IllegalArgumentException(
                            "covariance (" + i + "," + j + ") is " + a + " but its mirror is " + b);
                }
                result[i * n + j] = 0.5 * (a + b);
                result[j * n + i] = result[i * n + j];
            }
        }
        return result;
    }

    private static double[] correlations(double[] symmetric, double[] sigmas) {
        int n = sigmas.length;
        double[] result = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result[i * n + j] = i == j ? 1.0 : symmetric[i * n + j] / sigmas[i] / sigmas[j];
            }
        }
        return result;
    }

    /** Number of quantities. */
    public int size() {
        return size;
    }

    /** Covariance of quantities i and j. */
    public double get(int i, int j) {
        return entries[i * size + j];
    }

    /** Standard deviation of quantity i, strictly positive. */
    public double sigma(int i) {
        return sigmas[i];
    }

    /** Correlation of quantities i and j, dimensionless, in (−1, 1) for i ≠ j. */
    public double correlation(int i, int j) {
        return i == j ? 1.0 : entries[i * size + j] / sigmas[i] / sigmas[j];
    }

    /** The Cholesky factor of this matrix. */
    public Cholesky cholesky() {
        return cholesky;
    }

    /** Squared Mahalanobis distance dᵀ V⁻¹ d of a displacement: Δχ² in the Gaussian approximation. */
    public double distanceSquared(double[] displacement) {
        double[] z = displacement.clone();
        cholesky.whiten(z);
        double sum = 0.0;
        for (double component : z) {
            sum += component * component;
        }
        return sum;
    }

    /** A fresh copy of the rows. */
    public double[][] toArray() {
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = Arrays.copyOfRange(entries, i * size, (i + 1) * size);
        }
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CovarianceMatrix that && Arrays.equals(entries, that.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(toArray());
    }
}
