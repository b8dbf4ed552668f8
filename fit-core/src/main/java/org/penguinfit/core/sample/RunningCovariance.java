package org.penguinfit.core.sample;

import java.util.Arrays;
import java.util.Optional;
import org.penguinfit.core.linalg.Cholesky;

/** Mean and covariance of points as they come (Welford, Technometrics 4 (1962) 419). */
final class RunningCovariance {
    /** Weight, in points, with which a correlation-free guess enters: Stan's constant. */
    private static final double SHRINKAGE = 5.0;

    private final int n;
    private final double[] mean;
    private final double[] products;
    private final double[] change;
    private int count;

    RunningCovariance(int n) {
        this.n = n;
        mean = new double[n];
        products = new double[n * n];
        change = new double[n];
    }

    void add(double[] x) {
        count++;
        for (int i = 0; i < n; i++) {
            change[i] = x[i] - mean[i];
            mean[i] += change[i] / count;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                products[i * n + j] += change[i] * (x[j] - mean[j]);
            }
        }
    }

    void clear() {
        count = 0;
        Arrays.fill(mean, 0.0);
        Arrays.fill(products, 0.0);
    }

    /**
     * Factor of the covariance, its correlations shrunk as if {@link #SHRINKAGE} + n further points had shown none; empty when
     * the points do not span the space.
     */
    Optional<Cholesky> shrunkFactor() {
        double[] covariance = new double[n * n];
        double keep = count / (count + SHRINKAGE + n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double symmetric = 0.5 * (products[i * n + j] + products[j * n + i]) / Math.max(1, count - 1);
                covariance[i * n + j] = i == j ? symmetric : keep * symmetric;
            }
        }
        return Cholesky.of(covariance, n);
    }
}
