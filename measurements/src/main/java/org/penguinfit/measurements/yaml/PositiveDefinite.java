package org.penguinfit.measurements.yaml;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.penguinfit.measurements.document.Node;

/** Refuses covariance matrices that are not positive definite. */
final class PositiveDefinite {
    /**
     * Smallest pivot of the correlation matrix, per row, that still counts as positive: some ten times the rounding error
     * of the elimination (n·2⁻⁵²).
     */
    private static final double SMALLEST_PIVOT = 2e-15;

    /** Above, an eigenvalue takes seconds. */
    private static final int MOST_FOR_EIGENVALUE = 300;

    private PositiveDefinite() {}

    /** True, or false after a diagnostic that names the smallest eigenvalue of the correlation matrix. */
    static boolean check(Node at, double[] covariance, int n, Reading reading) {
        double[] correlation = correlation(covariance, n);
        if (hasCholeskyFactor(correlation.clone(), n)) {
            return true;
        }
        reading.error(
                at,
                "the covariance must be positive definite",
                n > MOST_FOR_EIGENVALUE
                        ? "one that is not"
                        : "a correlation matrix with smallest eigenvalue "
                                + String.format(Locale.ROOT, "%.3g", smallestEigenvalue(correlation, n)),
                "check signs and digits; rounded elements may need more digits");
        return false;
    }

    private static double[] correlation(double[] covariance, int n) {
        double[] correlation = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double size = Math.sqrt(covariance[i * n + i]) * Math.sqrt(covariance[j * n + j]);
                correlation[i * n + j] = i == j ? 1 : covariance[i * n + j] / size;
            }
        }
        return correlation;
    }

    /** Cholesky–Banachiewicz in place; loads no library on the way of good files. */
    private static boolean hasCholeskyFactor(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i * n + k] * a[j * n + k];
                }
                if (i != j) {
                    a[i * n + j] = sum / a[j * n + j];
                } else if (sum > SMALLEST_PIVOT * n) {
                    a[i * n + i] = Math.sqrt(sum);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    private static double smallestEigenvalue(double[] symmetric, int n) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false, true);
        if (!eigen.decompose(new DMatrixRMaj(n, n, true, symmetric.clone()))) {
            return Double.NaN;
        }
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            smallest = Math.min(smallest, eigen.getEigenvalue(i).getReal());
        }
        return smallest;
    }
}
