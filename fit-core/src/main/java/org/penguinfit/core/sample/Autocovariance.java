package org.penguinfit.core.sample;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/** Autocovariances of chains. */
final class Autocovariance {
    private Autocovariance() {}

    /**
     * The mean over chains of Σ (x_t − x̄)(x_{t+k} − x̄)/N for all lags k, shape [N], each chain with its own mean; by the
     * fast Fourier transform of the padded chains.
     *
     * @param chains one array per chain, all of length N
     */
    static double[] mean(double[][] chains) {
        int n = chains[0].length;
        int size = 2;
        while (size < 2 * n) {
            size *= 2;
        }
        double[][] spectrum = new double[2][size];
        for (double[] chain : chains) {
            double[][] parts = new double[2][size];
            double mean = StatUtils.mean(chain);
            for (int t = 0; t < n; t++) {
                parts[0][t] = chain[t] - mean;
            }
            FastFourierTransformer.transformInPlace(parts, DftNormalization.STANDARD, TransformType.FORWARD);
            for (int k = 0; k < size; k++) {
                double power = parts[0][k] * parts[0][k] + parts[1][k] * parts[1][k];
                spectrum[0][k] += power / n / chains.length;
            }
        }
        FastFourierTransformer.transformInPlace(spectrum, DftNormalization.STANDARD, TransformType.INVERSE);
        return Arrays.copyOf(spectrum[0], n);
    }
}
