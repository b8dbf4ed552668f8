package org.penguinfit.core.sample;

import org.apache.commons.math3.transform.DctNormalization;
import org.apache.commons.math3.transform.FastCosineTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.penguinfit.core.parameter.Bounds;

/**
 * The grid of a density estimate. Smoothing is diffusion that no density leaves through the ends (a cosine series), which is
 * a Gaussian kernel reflected at both ends.
 *
 * @param lower first node
 * @param upper last node
 * @param cells number of cells, a power of two; nodes are one more
 */
record SmoothGrid(double lower, double upper, int cells) {
    /** The grid reaches this fraction of the draws' range beyond them, or to the bound where that is nearer. */
    private static final double MARGIN = 0.1;

    /** A grid around draws; null-width draws get a width of their own. */
    static SmoothGrid around(double[] sorted, Bounds range, int cells) {
        double first = sorted[0];
        double last = sorted[sorted.length - 1];
        double margin =
                last > first ? MARGIN * (last - first) : Math.max(Math.ulp(first) * cells, 1e-9 * Math.abs(first));
        margin = margin > 0.0 ? margin : 1e-9;
        return new SmoothGrid(Math.max(range.lower(), first - margin), Math.min(range.upper(), last + margin), cells);
    }

    double node(int j) {
        return j == cells ? upper : lower + j * (upper - lower) / cells;
    }

    /** Place of a value in units of cells, within [0, cells]. */
    double place(double x) {
        return Math.max(0.0, Math.min(cells, (x - lower) / (upper - lower) * cells));
    }

    /** Cosine coefficients of weights at the nodes: Σ pⱼ cos(π k j/cells). */
    static double[] cosines(double[] weights) {
        double[] input = weights.clone();
        input[0] *= 2.0;
        input[input.length - 1] *= 2.0;
        return transform(input);
    }

    /** Values at the nodes of the density on the unit range with these coefficients, after diffusion by t. */
    static double[] diffused(double[] cosines, double t) {
        double[] input = new double[cosines.length];
        for (int k = 0; k < input.length; k++) {
            input[k] = 2.0 * cosines[k] * Math.exp(-0.5 * (double) k * k * Math.PI * Math.PI * t);
        }
        return transform(input);
    }

    private static double[] transform(double[] input) {
        return new FastCosineTransformer(DctNormalization.STANDARD_DCT_I).transform(input, TransformType.FORWARD);
    }
}
