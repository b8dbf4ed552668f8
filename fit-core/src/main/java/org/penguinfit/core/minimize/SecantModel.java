package org.penguinfit.core.minimize;

import java.util.Arrays;
import org.penguinfit.core.linalg.CholeskyWorkspace;
import org.penguinfit.core.linalg.DotProduct;
import org.penguinfit.core.linalg.SymmetricEigen;

/**
 * The inverse Hessian of BFGS as a product: the Cholesky factor of a positive definite seed and the pairs (displacement,
 * change of gradient) since (Nocedal and Wright, Numerical Optimization, algorithm 7.4, with all pairs kept).
 */
final class SecantModel {
    /** Pairs kept; a descent that needs more goes on with exact Hessians. */
    static final int LARGEST_COUNT = 60;

    /** Scaled eigenvalues of the seed are raised to this, so that no direction starts with a boundless step. */
    private static final double SEED_FLOOR = 1e-4;

    private static final double DEFINITE_CURVATURE = 1e-8;

    private static final double[] NONE = {};

    private final int size;
    private final double[] seed;
    private final double[] unit;
    private final double[] block;
    private final double[] packed;
    private final int[] free;
    private final CholeskyWorkspace factor;
    private final double[][] s;
    private final double[][] y;
    private final double[] inverseCurvature = new double[LARGEST_COUNT];
    private final double[] alpha = new double[LARGEST_COUNT];
    private int freeCount;
    private int pairs;

    SecantModel(int size) {
        this.size = size;
        this.seed = new double[size * size];
        this.unit = new double[size];
        this.block = new double[size * size];
        this.packed = new double[size];
        this.free = new int[size];
        this.factor = new CholeskyWorkspace(size);
        this.s = new double[LARGEST_COUNT][];
        this.y = new double[LARGEST_COUNT][];
        Arrays.fill(s, NONE);
        Arrays.fill(y, NONE);
    }

    /** Starts from a Hessian in units of its own diagonal, made positive definite by absolute, floored eigenvalues. */
    void seed(double[] hessian, double[] x, boolean[] held) {
        pairs = 0;
        for (int i = 0; i < size; i++) {
            double curvature = Math.abs(hessian[i * size + i]);
            unit[i] = curvature > 0.0 ? 1.0 / Math.sqrt(curvature) : Math.max(1.0, Math.abs(x[i]));
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                seed[i * size + j] = QuadraticModel.limited(hessian[i * size + j] * unit[i] * unit[j]);
            }
        }
        if (!factor.factorize(seed, size, 0.0) || factor.smallestPivot() < SEED_FLOOR) {
            makePositiveDefinite();
            hold(held);
        } else if (isAny(held)) {
            hold(held);
        } else {
            countFree(held);
        }
    }

    private static boolean isAny(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }

    private void countFree(boolean[] held) {
        freeCount = 0;
        for (int i = 0; i < size; i++) {
            if (!held[i]) {
                free[freeCount++] = i;
            }
        }
    }

    private void makePositiveDefinite() {
        SymmetricEigen eigen = SymmetricEigen.of(seed, size);
        Arrays.fill(seed, 0.0);
        for (int k = 0; k < size; k++) {
            double value = Math.max(Math.abs(eigen.value(k)), SEED_FLOOR);
            for (int i = 0; i < size; i++) {
                double left = value * eigen.vector(k, i);
                for (int j = 0; j < size; j++) {
                    seed[i * size + j] += left * eigen.vector(k, j);
                }
            }
        }
    }

    /** Restricts the model to the parameters that are not held; a pair that moved a held one says nothing about them. */
    boolean hold(boolean[] held) {
        countFree(held);
        for (int a = 0; a < freeCount; a++) {
            for (int b = 0; b < freeCount; b++) {
                block[a * freeCount + b] = seed[free[a] * size + free[b]];
            }
        }
        for (int k = 0; k < pairs; k++) {
            inverseCurvature[k] = inverseCurvature(s[k], y[k], held);
        }
        return factor.factorize(block, freeCount, 0.0);
    }

    private double inverseCurvature(double[] shift, double[] change, boolean[] held) {
        double curvature = 0.0;
        for (int i = 0; i < size; i++) {
            if (held[i] && shift[i] != 0.0) {
                return 0.0;
            }
            curvature += shift[i] * change[i];
        }
        return curvature > 0.0 ? 1.0 / curvature : 0.0;
    }

    /** Writes the descent direction −W g, zero for the held parameters. */
    void direction(double[] gradient, double[] direction) {
        Arrays.fill(direction, 0.0);
        for (int a = 0; a < freeCount; a++) {
            direction[free[a]] = -gradient[free[a]];
        }
        for (int k = pairs - 1; k >= 0; k--) {
            alpha[k] = inverseCurvature[k] == 0.0 ? 0.0 : inverseCurvature[k] * DotProduct.of(s[k], direction);
            Rows.add(-alpha[k], y[k], direction);
        }
        for (int a = 0; a < freeCount; a++) {
            packed[a] = direction[free[a]] * unit[free[a]];
        }
        factor.solve(packed);
        Arrays.fill(direction, 0.0);
        for (int a = 0; a < freeCount; a++) {
            direction[free[a]] = packed[a] * unit[free[a]];
        }
        for (int k = 0; k < pairs; k++) {
            if (inverseCurvature[k] != 0.0) {
                Rows.add(alpha[k] - inverseCurvature[k] * DotProduct.of(y[k], direction), s[k], direction);
            }
        }
    }

    boolean isFull() {
        return pairs == LARGEST_COUNT;
    }

    /** Learns from a step; not when the curvature along it is not clearly positive. */
    void update(double[] from, double[] to, double[] gradientFrom, double[] gradientTo) {
        if (s[pairs].length != size) {
            s[pairs] = new double[size];
            y[pairs] = new double[size];
        }
        double[] shift = s[pairs];
        double[] change = y[pairs];
        for (int i = 0; i < size; i++) {
            shift[i] = to[i] - from[i];
            change[i] = gradientTo[i] - gradientFrom[i];
        }
        double curvature = DotProduct.of(shift, change);
        if (curvature > DEFINITE_CURVATURE * Math.abs(DotProduct.of(gradientFrom, shift))) {
            inverseCurvature[pairs++] = 1.0 / curvature;
        }
    }
}
