package org.penguinfit.likelihoods.curve;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * M(t) = ∫ λⁿ e^−λ exp(−(λ − t)²/(2σ²)) dλ over λ ≥ 0: a Poisson probability of n events averaged over a Gaussian expectation
 * t ± σ, up to a constant; equally a gamma density of shape n + 1 folded with a Gaussian. By Gauss–Legendre panels in √λ between
 * the points where the integrand has fallen by e^−{@value #DEPTH} from its peak.
 *
 * @param n ≥ 0
 * @param sigma σ &gt; 0
 */
record PoissonGaussIntegral(double n, double sigma) {
    private static final int PANELS = 12;
    private static final int POINTS = 20;

    /** e^−45 is 3e-20, less than rounding. */
    private static final double DEPTH = 45;

    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(POINTS);

    /**
     * Logarithm of M and its derivatives by t.
     *
     * @param log ln M
     * @param slope d ln M/dt = (⟨λ⟩ − t)/σ²
     * @param curvature d² ln M/dt² = var(λ)/σ⁴ − 1/σ²
     */
    record Value(double log, double slope, double curvature) {}

    /** Logarithm of the integrand. */
    private double log(double lambda, double t) {
        double z = (lambda - t) / sigma;
        return (n == 0 ? 0 : n * Math.log(lambda)) - lambda - z * z / 2;
    }

    private double peak(double t) {
        double half = (t - sigma * sigma) / 2;
        double root = Math.hypot(half, Math.sqrt(n) * sigma);
        return half >= 0 ? half + root : n * sigma * sigma / (root - half);
    }

    Value at(double t) {
        double peak = peak(t);
        double top = log(peak, t);
        double width = 1 / Math.sqrt(1 / (sigma * sigma) + (peak > 0 ? n / (peak * peak) : 0));
        double low = Math.sqrt(end(t, peak, top, -width));
        double high = Math.sqrt(end(t, peak, top, width));
        double panel = (high - low) / PANELS;
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int p = 0; p < PANELS; p++) {
            for (int i = 0; i < POINTS; i++) {
                double v = low + panel * (p + (1 + RULE.getPoint(i)) / 2);
                double distance = v * v - peak;
                double weight = RULE.getWeight(i) * v * Math.exp(log(v * v, t) - top);
                sum += weight;
                first += weight * distance;
                second += weight * distance * distance;
            }
        }
        double mean = first / sum;
        double variance = second / sum - mean * mean;
        double s2 = sigma * sigma;
        return new Value(top + Math.log(sum * panel), (peak + mean - t) / s2, (variance / s2 - 1) / s2);
    }

    /** Where the integrand has fallen far below its peak, or 0. */
    private double end(double t, double peak, double top, double width) {
        double step = width;
        double at = peak + step;
        while (at > 0 && top - log(at, t) < DEPTH) {
            step *= 1.3;
            at = peak + step;
        }
        return Math.max(at, 0);
    }
}
