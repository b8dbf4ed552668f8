package org.penguinfit.core.linalg;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/** Eigenvalues, ascending, and orthonormal eigenvectors of a symmetric matrix. */
public final class SymmetricEigen {
    private final double[] values;
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * Decomposes a symmetric matrix with EJML's QR algorithm; where that does not converge, with Hipparchus's.
     *
     * @param matrix row-major, shape [size × size], symmetric, finite
     * @throws IllegalArgumentException when the shape is wrong or an entry is not finite
     */
    public static SymmetricEigen of(double[] matrix, int size) {
        requireFinite(matrix, size);
        if (size < 2) {
            return new SymmetricEigen(matrix.clone(), size == 0 ? new double[0][] : new double[][] {{1.0}});
        }
        if (size == 2) {
            return ofTwo(matrix[0], matrix[1], matrix[3]);
        }
        EigenDecomposition_F64<DMatrixRMaj> ejml = DecompositionFactory_DDRM.eig(size, true, true);
        if (!ejml.decompose(new DMatrixRMaj(size, size, true, matrix.clone()))) {
            return byHipparchus(matrix, size);
        }
        double[] values = new double[size];
        double[][] vectors = new double[size][];
        for (int i = 0; i < size; i++) {
            values[i] = ejml.getEigenvalue(i).getReal();
            vectors[i] = Arrays.copyOf(ejml.getEigenVector(i).data, size);
        }
        return sorted(values, vectors);
    }

    /**
     * One Jacobi rotation (Golub and Van Loan, Matrix Computations, algorithm 8.5.1), exact to rounding; the many Newton steps
     * in two parameters need no library call.
     */
    private static SymmetricEigen ofTwo(double a, double b, double c) {
        if (b == 0.0) {
            return sorted(new double[] {a, c}, new double[][] {{1.0, 0.0}, {0.0, 1.0}});
        }
        double tau = (c - a) / (2.0 * b);
        double t = Math.copySign(1.0, tau) / (Math.abs(tau) + Math.hypot(1.0, tau));
        double cos = 1.0 / Math.hypot(1.0, t);
        double sin = t * cos;
        return sorted(new double[] {a - t * b, c + t * b}, new double[][] {{cos, -sin}, {sin, cos}});
    }

    private static SymmetricEigen byHipparchus(double[] matrix, int size) {
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = Arrays.copyOfRange(matrix, i * size, (i + 1) * size);
        }
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(rows));
        double[][] vectors = new double[size][];
        for (int i = 0; i < size; i++) {
            vectors[i] = eigen.getEigenvector(i).toArray();
        }
        return sorted(eigen.getEigenvalues(), vectors);
    }

    /** Ascending, by insertion: few values, and no comparator to set up. */
    private static SymmetricEigen sorted(double[] values, double[][] vectors) {
        double[] ascending = values.clone();
        double[][] ordered = vectors.clone();
        for (int i = 1; i < ascending.length; i++) {
            double value = ascending[i];
            double[] vector = ordered[i];
            int k = i;
            for (; k > 0 && ascending[k - 1] > value; k--) {
                ascending[k] = ascending[k - 1];
                ordered[k] = ordered[k - 1];
            }
            ascending[k] = value;
            ordered[k] = vector;
        }
        return new SymmetricEigen(ascending, ordered);
    }

    private static void requireFinite(double[] matrix, int size) {
        if (matrix.length != size * size) {
            throw new IllegalArgumentException(
                    "a " + size + " × " + size + " matrix has " + size * size + " entries, found " + matrix.length);
        }
        for (double entry : matrix) {
            if (!Double.isFinite(entry)) {
                throw new IllegalArgumentException("a matrix entry is " + entry);
            }
        }
    }

    /**
     * The smallest eigenvalue of a symmetric matrix, for diagnostics of a matrix that should be positive definite.
     *
     * @param matrix square, symmetric, finite, at least one row
     */
    public static double smallestEigenvalue(double[][] matrix) {
        if (matrix.length == 0) {
            throw new IllegalArgumentException("an empty matrix has no eigenvalues");
        }
        return of(SquareMatrix.flatten(matrix), matrix.length).value(0);
    }

    /** Number of eigenvalues. */
    public int size() {
        return values.length;
    }

    /** Eigenvalue {@code i} in ascending order, from 0. */
    public double value(int i) {
        return values[i];
    }

    /** Component {@code j} of the unit eigenvector that belongs to eigenvalue {@code i}. */
    public double vector(int i, int j) {
        return vectors[i][j];
    }

    /** All eigenvalues, ascending. */
    public Vector values() {
        return Vector.of(values);
    }
}
