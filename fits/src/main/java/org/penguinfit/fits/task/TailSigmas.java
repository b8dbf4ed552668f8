package org.penguinfit.fits.task;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** A Δχ² of several parameters as a two-sided number of standard deviations of the same tail probability. */
final class TailSigmas {
    /** Below this the tail is computed by its logarithm; above, the library is good to rounding. */
    private static final double SMALLEST_TAIL = 1e-250;

    /** Far above what either needs at so large arguments. */
    private static final int STEPS = 60;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private TailSigmas() {}

    /**
     * The number of sigmas; √Δχ² for one parameter, +∞ only if Δχ² is.
     *
     * @param deltaChi2 at least 0
     * @param parameters at least 1
     */
    static double of(double deltaChi2, int parameters) {
        if (parameters == 1 || !Double.isFinite(deltaChi2)) {
            return Math.sqrt(deltaChi2);
        }
        double tail = ChiSquaredDistribution.of(parameters).survivalProbability(deltaChi2);
        return tail > SMALLEST_TAIL
                ? NORMAL.inverseSurvivalProbability(tail / 2)
                : sigmas(logTail(0.5 * parameters, 0.5 * deltaChi2));
    }

    /** ln Q(a, x) for x far above a: x^a e^−x / Γ(a) times a continued fraction (NIST DLMF 8.9.2), from its far end. */
    private static double logTail(double a, double x) {
        double fraction = x;
        for (int k = STEPS; k >= 1; k--) {
            fraction = x + (k - a) / (1 + k / fraction);
        }
        return a * Math.log(x) - x - LogGamma.value(a) - Math.log(fraction);
    }

    /** z with ln 2(1 − Φ(z)) = logTail: the fixed point of z² = −2 (logTail + ln z + ½ ln(π/2) − ln(1 − 1/z² + 3/z⁴)). */
    private static double sigmas(double logTail) {
        double z = Math.sqrt(-2 * logTail);
        for (int i = 0; i < STEPS; i++) {
            double w = 1 / (z * z);
            double series = 1 - w * (1 - 3 * w * (1 - 5 * w * (1 - 7 * w)));
            z = Math.sqrt(-2 * (logTail + Math.log(z) + 0.5 * Math.log(0.5 * Math.PI) - Math.log(series)));
        }
        return z;
    }
}
