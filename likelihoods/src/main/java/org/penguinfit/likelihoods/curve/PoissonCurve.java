package org.penguinfit.likelihoods.curve;

/**
 * A counting experiment with n events seen and λ = x/k + b expected: −2 ln L = 2(λ − n + n ln(n/λ)), which is −2 ln of the
 * Poisson probability of n and, as a function of x, also −2 ln of the gamma density with shape n + 1, location −b k and scale
 * k. It is 0 at λ = n; if n &lt; b that lies at x &lt; 0, as for a Gaussian about a negative central value.
 *
 * <p>Predictions with λ ≤ 0 have no such probability. Below λ = {@value #JOIN}·n, where −2 ln L exceeds 25 n, the curve goes on
 * as the parabola with the value, slope and curvature that it has there, so that a minimiser finds its way back; for n = 0 it
 * goes on as 2|λ|.
 *
 * @param n events seen, ≥ 0, not necessarily whole
 * @param b events expected without signal
 * @param scale x per event k, &gt; 0
 */
public record PoissonCurve(double n, double b, double scale) implements Curve {
    private static final double JOIN = 1e-6;

    public PoissonCurve {
        Checks.atLeastZero(n, "n");
        Checks.finite(b, "b");
        Checks.positive(scale, "scale");
    }

    private double lambda(double x) {
        return x / scale + b;
    }

    private double natural(double lambda) {
        double r = (lambda - n) / n;
        return 2 * n * (r - Math.log1p(r));
    }

    @Override
    public double at(double x) {
        double lambda = lambda(x);
        if (n == 0) {
            return 2 * Math.abs(lambda);
        }
        double join = JOIN * n;
        if (lambda < join) {
            double d = lambda - join;
            return natural(join) + d * (2 - 2 * n / join + d * n / (join * join));
        }
        return natural(lambda);
    }

    @Override
    public double slope(double x) {
        double lambda = lambda(x);
        if (n == 0) {
            return (lambda < 0 ? -2 : 2) / scale;
        }
        double join = JOIN * n;
        double slope =
                lambda < join ? 2 - 2 * n / join + (lambda - join) * 2 * n / (join * join) : 2 * (lambda - n) / lambda;
        return slope / scale;
    }

    @Override
    public double curvature(double x) {
        if (n == 0) {
            return 0;
        }
        double lambda = Math.max(lambda(x), JOIN * n);
        return 2 * n / (lambda * lambda * scale * scale);
    }

    @Override
    public double mode() {
        return (n - b) * scale;
    }

    @Override
    public boolean hasSmoothRoot() {
        return n > 0;
    }
}
