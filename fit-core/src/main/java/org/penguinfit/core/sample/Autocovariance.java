package org.penguinfit.core.sample;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/** Autocovariances of a series. */
final class Autocovariance {
    private Autocovariance() {}

    /** Σ (x_t − x̄)(x_{t+k} − x̄)/N for all lags k, shape [N]; by the fast Fourier transform. */
    static double[] of(double[] series) {
        int n = series.length;
        double mean = StatUtils.mean(series);
        double[] padded = new double[Integer.highestOneBit(Math.max(1, n)) * 4];
        for (int t = 0; t < n; t++) {
            padded[t] = series[t] - mean;
        }
        FastFourierTransformer fourier = new FastFourierTransformer(DftNormalization.STANDARD);
        Complex[] spectrum = fourier.transform(padded, TransformType.FORWARD);
        for (int k = 0; k < spectrum.length; k++) {
            double re = spectrum[k].getReal();
            double im = spectrum[k].getImaginary();
            padded[k] = re * re + im * im;
        }
        Complex[] correlation = fourier.transform(padded, TransformType.INVERSE);
        double[] result = new double[n];
        for (int k = 0; k < n; k++) {
            result[k] = correlation[k].getReal() / n;
        }
        return result;
    }

    /** The mean of the autocovariances of chains of equal length. */
    static double[] mean(double[][] chains) {
        double[] sum = new double[chains[0].length];
        for (double[] chain : chains) {
            double[] one = of(chain);
            for (int k = 0; k < sum.length; k++) {
                sum[k] += one[k] / chains.length;
            }
        }
        return sum;
    }
}
