package org.penguinfit.core.minimize;

import java.util.Arrays;
import java.util.Optional;
import org.penguinfit.core.linalg.CholeskyWorkspace;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.linalg.SymmetricEigen;

/** The Hessian over some parameters, each in units of its own curvature, so that its diagonal is ±1 (or 0). */
final class ScaledHessian {
    /** A Cholesky pivot above this proves, by a wide margin, an eigenvalue above the flat ones. */
    private static final double CLEAR_PIVOT = 1e-8;

    /** Smallest eigenvalue of a Hessian made positive definite. */
    private static final double FLOOR = 1e-6;

    private final int size;
    private final double[] scaled;
    private final double[] unit;

    /** @param free indices of the parameters */
    ScaledHessian(double[] hessian, int n, int[] free) {
        size = free.length;
        unit = new double[size];
        scaled = new double[size * size];
        for (int a = 0; a < size; a++) {
            double curvature = Math.abs(hessian[free[a] * n + free[a]]);
            unit[a] = curvature > 0.0 ? 1.0 / Math.sqrt(curvature) : 1.0;
        }
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                scaled[a * size + b] = QuadraticModel.limited(hessian[free[a] * n + free[b]] * unit[a] * unit[b]);
            }
        }
    }

    SymmetricEigen eigen() {
        return SymmetricEigen.of(scaled, size);
    }

    /** 2 H⁻¹; empty when H is not positive definite or there is no parameter. */
    Optional<CovarianceMatrix> covariance() {
        CholeskyWorkspace factor = new CholeskyWorkspace(size);
        if (size == 0 || !factor.factorize(scaled, size, 0.0)) {
            return Optional.empty();
        }
        if (factor.smallestPivot() <= CLEAR_PIVOT && eigen().value(0) <= QuadraticModel.FLAT_EIGENVALUE * size) {
            return Optional.empty();
        }
        double[] inverse = new double[size * size];
        double[] column = new double[size];
        for (int j = 0; j < size; j++) {
            Arrays.fill(column, 0.0);
            column[j] = 1.0;
            factor.solve(column);
            for (int i = j; i < size; i++) {
                inverse[i * size + j] = column[i];
                inverse[j * size + i] = column[i];
            }
        }
        return covariance(inverse);
    }

    /** 2 H⁻¹ after every eigenvalue is raised to its absolute value and to a floor. */
    Optional<CovarianceMatrix> flooredCovariance() {
        SymmetricEigen eigen = eigen();
        double[] inverse = new double[size * size];
        for (int k = 0; k < size; k++) {
            double value = Math.max(Math.abs(eigen.value(k)), FLOOR);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    inverse[i * size + j] += eigen.vector(k, i) * eigen.vector(k, j) / value;
                }
            }
        }
        return size == 0 ? Optional.empty() : covariance(inverse);
    }

    private Optional<CovarianceMatrix> covariance(double[] inverse) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                inverse[i * size + j] *= 2.0 * unit[i] * unit[j];
            }
        }
        return CovarianceMatrix.of(inverse, size);
    }
}
