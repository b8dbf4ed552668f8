package org.penguinfit.likelihoods.curve;

/**
 * A counting experiment whose background b ± σ is itself measured, the background profiled: with t = x/k + b the smallest of
 * 2(λ − n + n ln(n/λ)) + ((λ − t)/σ)² over the expected number λ ≥ 0, which lies at λ² + λ(σ² − t) = n σ². Smooth for all x if
 * n &gt; 0; for n = 0 it is (t/σ)² up to t = σ² and 2 t − σ² above. The background itself may become negative in the
 * minimisation, as a Gaussian measurement of it allows.
 *
 * @param n events seen, ≥ 0
 * @param b events expected without signal
 * @param sigma standard deviation of b, &gt; 0
 * @param scale x per event k, &gt; 0
 */
public record ProfiledCountingCurve(double n, double b, double sigma, double scale) implements Curve {
    public ProfiledCountingCurve {
        Checks.atLeastZero(n, "n");
        Checks.finite(b, "b");
        Checks.positive(sigma, "sigma");
        Checks.positive(scale, "scale");
    }

    private double t(double x) {
        return x / scale + b;
    }

    /** The expected number that fits n and t best: the non-negative root, written without cancellation. */
    private double lambda(double t) {
        double half = (t - sigma * sigma) / 2;
        double root = Math.hypot(half, Math.sqrt(n) * sigma);
        return half >= 0 ? half + root : n * sigma * sigma / (root - half);
    }

    @Override
    public double at(double x) {
        double t = t(x);
        double lambda = lambda(t);
        double z = (lambda - t) / sigma;
        if (n == 0) {
            return 2 * lambda + z * z;
        }
        double r = (lambda - n) / n;
        return 2 * n * (r - Math.log1p(r)) + z * z;
    }

    /** The derivative at the minimum over λ is the partial one. */
    @Override
    public double slope(double x) {
        double t = t(x);
        return -2 * (lambda(t) - t) / (sigma * sigma * scale);
    }

    @Override
    public double curvature(double x) {
        double t = t(x);
        double lambda = lambda(t);
        double s2 = sigma * sigma;
        double following = lambda == 0 ? 0 : lambda / (2 * lambda + s2 - t); // dλ/dt
        return 2 * (1 - following) / (s2 * scale * scale);
    }

    @Override
    public double mode() {
        return (n - b) * scale;
    }

    @Override
    public boolean hasSmoothRoot() {
        return true;
    }
}
