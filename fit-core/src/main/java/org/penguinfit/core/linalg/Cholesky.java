package org.penguinfit.core.linalg;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/** The lower triangular factor L of a symmetric positive definite matrix A = L Lᵀ. */
public final class Cholesky {
    private final int size;
    private final double[] factor;

    private Cholesky(int size, double[] factor) {
        this.size = size;
        this.factor = factor;
    }

    /**
     * Factorises the matrix; empty when it is not positive definite in double precision or holds a number that is not
     * finite.
     *
     * @param matrix row-major, shape [size × size]; only the lower triangle is read
     */
    public static Optional<Cholesky> of(double[] matrix, int size) {
        requireShape(matrix, size);
        CholeskyDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.chol(size, true);
        if (size == 0) {
            return Optional.of(new Cholesky(0, new double[0]));
        }
        if (!Finite.all(matrix) || !decomposition.decompose(new DMatrixRMaj(size, size, true, matrix.clone()))) {
            return Optional.empty();
        }
        double[] lower = decomposition.getT(null).data;
        return Finite.all(lower) ? Optional.of(new Cholesky(size, lower)) : Optional.empty();
    }

    private static void requireShape(double[] matrix, int size) {
        if (matrix.length != size * size) {
            throw new IllegalArgumentException(
                    "a " + size + " × " + size + " matrix has " + size * size + " entries, found " + matrix.length);
        }
    }

    /** Number of rows. */
    public int size() {
        return size;
    }

    /** Entry of L; zero above the diagonal. */
    public double lower(int row, int column) {
        return factor[row * size + column];
    }

    /** Solves L z = r in place: turns residuals with covariance A into independent ones of unit variance. */
    public void whiten(double[] r) {
        for (int i = 0; i < size; i++) {
            double sum = r[i];
            int row = i * size;
            for (int j = 0; j < i; j++) {
                sum -= factor[row + j] * r[j];
            }
            r[i] = sum / factor[row + i];
        }
    }

    /** Solves A x = b in place. */
    public void solve(double[] b) {
        whiten(b);
        for (int i = size - 1; i >= 0; i--) {
            double sum = b[i];
            for (int j = i + 1; j < size; j++) {
                sum -= factor[j * size + i] * b[j];
            }
            b[i] = sum / factor[i * size + i];
        }
    }

    /** The inverse of A, row-major and exactly symmetric. */
    public double[] inverse() {
        double[] inverse = new double[size * size];
        double[] column = new double[size];
        for (int j = 0; j < size; j++) {
            Arrays.fill(column, 0.0);
            column[j] = 1.0;
            solve(column);
            for (int i = j; i < size; i++) {
                inverse[i * size + j] = column[i];
                inverse[j * size + i] = column[i];
            }
        }
        return inverse;
    }

    /** ln det A. */
    public double logDeterminant() {
        double sum = 0.0;
        for (int i = 0; i < size; i++) {
            sum += Math.log(factor[i * size + i]);
        }
        return 2.0 * sum;
    }
}
