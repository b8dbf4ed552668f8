package org.penguinfit.likelihoods.curve;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A curve of p-values CL_s+b: −2 ln L = z² with z = Φ⁻¹(1 − p) where p &lt; 0.5, and 0 where p ≥ 0.5, which inverts the
 * asymptotic formula of a one-sided limit (arXiv:1007.1727, eq 58, p = 1 − Φ(√q)). z, nearly a straight line for a Gaussian
 * estimator, is what is interpolated, by a spline or by straight lines, and goes on straight beyond the points.
 */
public final class OneSidedCurve implements Curve {
    private final double[] x;
    private final double[] z;
    private final Curve spline;
    private final double shift;
    private final double mode;

    /**
     * The curve.
     *
     * @param x ascending, at least two
     * @param p CL_s+b at each, in (0, 1), falling
     */
    public OneSidedCurve(double[] x, double[] p) {
        Checks.that(x.length >= 2 && p.length == x.length, "table: needs at least 2 points");
        this.x = x.clone();
        this.z = new double[x.length];
        NormalDistribution normal = NormalDistribution.of(0, 1);
        for (int i = 0; i < x.length; i++) {
            Checks.that(p[i] > 0 && p[i] < 1, "table: CLs+b must lie between 0 and 1, found " + p[i]);
            z[i] = normal.inverseSurvivalProbability(p[i]);
            Checks.that(i == 0 || z[i] > z[i - 1], "table: CLs+b must fall as the prediction rises");
        }
        boolean cubic = x.length >= SplineCurve.FEWEST;
        this.spline = cubic ? new SplineCurve(x, z, true) : new PolygonCurve(x, z, false, true);
        this.shift = z[0] - spline.at(x[0]);
        this.mode = median();
    }

    /** z, its slope or its curvature. */
    private double z(int order, double at) {
        int last = x.length - 1;
        if (at < x[0] || at > x[last]) {
            double end = at < x[0] ? x[0] : x[last];
            double slope = spline.slope(end);
            return order == 0 ? spline.at(end) + shift + slope * (at - end) : order == 1 ? slope : 0;
        }
        return order == 0 ? spline.at(at) + shift : order == 1 ? spline.slope(at) : spline.curvature(at);
    }

    @Override
    public double at(double at) {
        double z = z(0, at);
        return z <= 0 ? 0 : z * z;
    }

    @Override
    public double slope(double at) {
        double z = z(0, at);
        return z < 0 ? 0 : 2 * z * z(1, at);
    }

    @Override
    public double curvature(double at) {
        double z = z(0, at);
        double slope = z(1, at);
        return z < 0 ? 0 : 2 * (slope * slope + z * z(2, at));
    }

    /** The largest prediction at which −2 ln L is 0: where p = 0.5. */
    @Override
    public double mode() {
        return mode;
    }

    private double median() {
        int last = x.length - 1;
        if (z[0] >= 0 || z[last] <= 0) {
            double end = z[0] >= 0 ? x[0] : x[last];
            return end - z(0, end) / z(1, end);
        }
        return Bisection.root(at -> z(0, at), x[0], x[last]);
    }

    @Override
    public boolean hasSmoothRoot() {
        return true;
    }
}
