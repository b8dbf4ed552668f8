package org.penguinfit.core.minimize;

import java.util.Optional;
import org.penguinfit.core.linalg.Cholesky;
import org.penguinfit.core.linalg.SymmetricEigen;

/** A positive definite approximation W of the inverse Hessian, updated by BFGS. */
final class InverseHessian {
    /** Scaled eigenvalues of the seed are raised to this, so that no direction starts with a boundless step. */
    private static final double SEED_FLOOR = 1e-4;

    private static final double DEFINITE_CURVATURE = 1e-8;

    private final int size;
    private final double[] w;
    private final double[] product;

    private InverseHessian(int size, double[] w) {
        this.size = size;
        this.w = w;
        this.product = new double[size];
    }

    /** The inverse of a Hessian made positive definite: absolute eigenvalues in units of its own diagonal, floored. */
    static InverseHessian seed(double[] hessian, double[] x) {
        int n = x.length;
        double[] unit = new double[n];
        for (int i = 0; i < n; i++) {
            double curvature = Math.abs(hessian[i * n + i]);
            unit[i] = curvature > 0.0 ? 1.0 / Math.sqrt(curvature) : Math.max(1.0, Math.abs(x[i]));
        }
        double[] scaled = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scaled[i * n + j] = QuadraticModel.limited(hessian[i * n + j] * unit[i] * unit[j]);
            }
        }
        return new InverseHessian(n, inverse(SymmetricEigen.of(scaled, n), unit));
    }

    private static double[] inverse(SymmetricEigen eigen, double[] unit) {
        int n = unit.length;
        double[] w = new double[n * n];
        for (int k = 0; k < n; k++) {
            double inverse = 1.0 / Math.max(Math.abs(eigen.value(k)), SEED_FLOOR);
            for (int i = 0; i < n; i++) {
                double left = inverse * eigen.vector(k, i) * unit[i];
                for (int j = 0; j < n; j++) {
                    w[i * n + j] += left * eigen.vector(k, j) * unit[j];
                }
            }
        }
        return w;
    }

    /**
     * Writes the descent direction −W v into {@code direction}, zero for the held parameters, where v is the gradient with
     * the held components replaced so that W v vanishes there; false when rounding has made W singular on them.
     */
    boolean direction(double[] gradient, boolean[] held, double[] direction) {
        double[] v = gradient.clone();
        if (!balance(v, held)) {
            return false;
        }
        multiply(v, direction);
        for (int i = 0; i < size; i++) {
            direction[i] = held[i] ? 0.0 : -direction[i];
        }
        return true;
    }

    private boolean balance(double[] v, boolean[] held) {
        int[] indices = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (held[i]) {
                v[i] = 0.0;
                indices[count++] = i;
            }
        }
        if (count == 0) {
            return true;
        }
        multiply(v, product);
        double[] block = new double[count * count];
        double[] right = new double[count];
        for (int a = 0; a < count; a++) {
            right[a] = -product[indices[a]];
            for (int b = 0; b < count; b++) {
                block[a * count + b] = w[indices[a] * size + indices[b]];
            }
        }
        Optional<Cholesky> factor = Cholesky.of(block, count);
        if (factor.isEmpty()) {
            return false;
        }
        factor.get().solve(right);
        for (int a = 0; a < count; a++) {
            v[indices[a]] = right[a];
        }
        return true;
    }

    private void multiply(double[] v, double[] out) {
        for (int i = 0; i < size; i++) {
            double sum = 0.0;
            for (int j = 0; j < size; j++) {
                sum += w[i * size + j] * v[j];
            }
            out[i] = sum;
        }
    }

    /**
     * The BFGS update for displacement s and gradient change y (Nocedal and Wright, Numerical Optimization, eq. 6.17);
     * skipped when the curvature along s is not clearly positive.
     *
     * @param slope gradient before the step times s, negative
     */
    void update(double[] s, double[] y, double slope) {
        double sy = dot(s, y);
        if (!(sy > DEFINITE_CURVATURE * Math.abs(slope))) {
            return;
        }
        multiply(y, product);
        double factor = (1.0 + dot(y, product) / sy) / sy;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                w[i * size + j] += factor * s[i] * s[j] - (product[i] * s[j] + s[i] * product[j]) / sy;
            }
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
