package org.penguinfit.core.sample;

/**
 * The integrated autocorrelation time τ = 1 + 2 Σ ρ_k, in draws: N correlated draws are worth N/τ independent ones for the
 * mean. The sum ends at the first window M ≥ 5 max(1, τ(M)) (Sokal, lecture notes Cargèse 1996, equation 3.25).
 */
public final class AutocorrelationTime {
    /** Sokal's constant. */
    public static final double WINDOW = 5.0;

    private AutocorrelationTime() {}

    /**
     * Of chains of equal length, their autocorrelations averaged; NaN when the draws do not vary.
     *
     * @param chains one array per chain
     */
    public static double of(double[][] chains) {
        double[] covariance = Autocovariance.mean(chains);
        if (!(covariance[0] > 0.0)) {
            return Double.NaN;
        }
        double tau = 1.0;
        for (int m = 1; m < covariance.length; m++) {
            tau += 2.0 * covariance[m] / covariance[0];
            if (m >= WINDOW * Math.max(1.0, tau)) {
                break;
            }
        }
        return tau;
    }
}
