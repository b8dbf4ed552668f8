package org.penguinfit.core.linalg;

import java.util.Arrays;
import java.util.Comparator;
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

    private static SymmetricEigen sorted(double[] values, double[][] vectors) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double[] ascending = new double[values.length];
        double[][] ordered = new double[values.length][];
        for (int i = 0; i < order.length; i++) {
            ascending[i] = values[order[i]];
            ordered[i] = vectors[order[i]];
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
