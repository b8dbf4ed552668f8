package org.penguinfit.likelihoods.curve;

/**
 * A generalised gamma distribution as EOS encodes some limits: with u = ((x − a)/θ)^β and c = α − 1/β, −2 ln L =
 * 2(u − c + c ln(c/u)), 0 at u = c. Towards the lower end a and below, from u = 1e-6 c on, it goes on as the parabola with the
 * value, slope and curvature there; for c = 0 as 2|u|.
 *
 * @param lowerEnd a
 * @param scale θ, &gt; 0
 * @param alpha shape α, &gt; 0
 * @param beta shape β, &gt; 0, with αβ ≥ 1
 */
public record AmorosoCurve(double lowerEnd, double scale, double alpha, double beta) implements Curve {
    private static final double JOIN = 1e-6;

    public AmorosoCurve {
        Checks.finite(lowerEnd, "lower end");
        Checks.positive(scale, "scale");
        Checks.positive(alpha, "alpha");
        Checks.positive(beta, "beta");
        Checks.that(alpha * beta >= 1, "alpha times beta: must be >= 1, found " + alpha * beta);
    }

    private double c() {
        return (alpha * beta - 1) / beta;
    }

    /** Value, slope and curvature in z = (x − a)/θ, where the formula holds. */
    private double[] natural(double z) {
        double c = c();
        double u = Math.pow(z, beta);
        double first = beta * u / z;
        double second = (beta - 1) * first / z;
        double r = c == 0 ? 0 : (u - c) / c;
        double value = c == 0 ? 2 * u : 2 * c * (r - Math.log1p(r));
        double bySlope = 2 * (1 - c / u);
        return new double[] {value, bySlope * first, 2 * c / (u * u) * first * first + bySlope * second};
    }

    private double[] all(double x) {
        double z = (x - lowerEnd) / scale;
        double join = Math.pow(JOIN * c(), 1 / beta);
        if (z > join || Double.isNaN(z)) {
            return natural(z);
        }
        if (c() == 0) {
            return new double[] {2 * Math.pow(-z, beta), z == 0 ? 0 : -beta * 2 * Math.pow(-z, beta - 1), 0};
        }
        double[] n = natural(join);
        double d = z - join;
        return new double[] {n[0] + d * (n[1] + d * n[2] / 2), n[1] + d * n[2], n[2]};
    }

    @Override
    public double at(double x) {
        return all(x)[0];
    }

    @Override
    public double slope(double x) {
        return all(x)[1] / scale;
    }

    @Override
    public double curvature(double x) {
        return all(x)[2] / (scale * scale);
    }

    @Override
    public double mode() {
        return lowerEnd + scale * Math.pow(c(), 1 / beta);
    }

    @Override
    public boolean hasSmoothRoot() {
        return c() > 0;
    }
}
