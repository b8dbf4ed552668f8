package org.penguinfit.likelihoods.curve;

import java.util.ArrayList;
import java.util.List;

/**
 * A counting experiment whose background b ± σ is averaged over: with t = x/k + b, −2 ln of the Poisson probability of n events
 * averaged over a Gaussian expectation t ± σ restricted to values ≥ 0. As a function of x that is also the gamma density of
 * shape n + 1, location −b folded with a Gaussian of width σ, in flavio's general gamma distributions. Those mirror the tail
 * below −b into the physical region, p(t) = M(t) + M(−t) for x ≥ 0; so does this curve if asked.
 *
 * <p>Below x = 0 the same formula goes on without the mirrored part. Where that part still counts at x = 0 (more than
 * {@value #NEGLIGIBLE} of the whole: b is not large against σ), the curve instead goes on as a parabola that rises to the left
 * with the slope and curvature at 0, with a kink if the curve rises to the right as well.
 *
 * <p>Value, slope and curvature are computed by quadrature at nodes a tenth of a width apart and joined by polynomials of
 * degree five that agree with all three; beyond the nodes (where −2 ln L exceeds {@value #REACH}) by quadrature itself.
 */
public final class MarginalCountingCurve implements Curve {
    private static final double NEGLIGIBLE = 1e-12;
    private static final double REACH = 80;
    private static final double ASIDE = 1e-6;
    private static final double NODES_PER_WIDTH = 10;

    private final PoissonGaussIntegral integral;
    private final double b;
    private final double scale;
    private final boolean mirrored;
    /** True if x ≥ 0 is all that the formula is for. */
    private final boolean edge;

    private final double best;
    private final double bestLog;
    private final QuinticTable table;

    /**
     * The curve.
     *
     * @param n events seen, ≥ 0
     * @param b events expected without signal; ≥ 0 if mirrored
     * @param sigma standard deviation of b, &gt; 0
     * @param scale x per event k, &gt; 0
     * @param mirrored whether the tail below λ = 0 is mirrored, as flavio has it
     */
    public MarginalCountingCurve(double n, double b, double sigma, double scale, boolean mirrored) {
        Checks.atLeastZero(n, "n");
        Checks.finite(b, "b");
        Checks.positive(sigma, "sigma");
        Checks.positive(scale, "scale");
        this.integral = new PoissonGaussIntegral(n, sigma);
        this.b = b;
        this.scale = scale;
        this.mirrored = mirrored;
        this.edge = mirrored && integral.at(-b).log() - integral.at(b).log() > Math.log(NEGLIGIBLE);
        double width = Math.sqrt(n + sigma * sigma);
        this.best = best(width);
        this.bestLog = log(best).log();
        this.table = table(width / NODES_PER_WIDTH);
    }

    private PoissonGaussIntegral.Value log(double t) {
        PoissonGaussIntegral.Value right = integral.at(t);
        if (!mirrored || t < b) {
            return right;
        }
        PoissonGaussIntegral.Value left = integral.at(-t);
        double ratio = Math.exp(left.log() - right.log());
        double r = 1 / (1 + ratio);
        double l = ratio / (1 + ratio);
        double slope = r * right.slope() - l * left.slope();
        double second = r * (right.curvature() + right.slope() * right.slope())
                + l * (left.curvature() + left.slope() * left.slope());
        return new PoissonGaussIntegral.Value(right.log() + Math.log1p(ratio), slope, second - slope * slope);
    }

    /** The t of largest probability: ln M is concave with its maximum above 0; the mirrored sum on t ≥ b too, or falls. */
    private double best(double width) {
        double low = edge ? b + ASIDE * width : 0; // at b = 0 the sum is level, by symmetry
        if (edge && log(low).slope() <= 0) {
            return b;
        }
        double high = low + width;
        while (log(high).slope() > 0) {
            high += width;
        }
        return Bisection.root(t -> log(t).slope(), low, high);
    }

    private QuinticTable table(double step) {
        List<double[]> nodes = new ArrayList<>();
        double start = best;
        while (!(edge && start <= b) && 2 * (bestLog - log(start - step).log()) < REACH) {
            start -= step;
        }
        start = edge ? Math.max(start, b) : start;
        double t = start;
        double[] node;
        do {
            node = minusTwo(log(t));
            nodes.add(node);
            t += step;
        } while (t < best || node[0] < REACH);
        return QuinticTable.of(start, step, nodes);
    }

    private double[] minusTwo(PoissonGaussIntegral.Value value) {
        return new double[] {-2 * (value.log() - bestLog), -2 * value.slope(), -2 * value.curvature()};
    }

    /** Value, slope or curvature, by their order, as functions of t. */
    private double derivative(int order, double t) {
        if (Double.isNaN(t)) {
            return t;
        }
        if (edge && t < b) {
            return continued(order, b - t);
        }
        return table.holds(t) ? table.derivative(order, t) : minusTwo(log(t))[order];
    }

    private double continued(int order, double distance) {
        double rise = Math.abs(table.derivative(1, b));
        double bend = Math.abs(table.derivative(2, b));
        return switch (order) {
            case 0 -> table.derivative(0, b) + distance * (rise + distance * bend / 2);
            case 1 -> -(rise + distance * bend);
            default -> bend;
        };
    }

    @Override
    public double at(double x) {
        return Math.max(0, derivative(0, x / scale + b));
    }

    @Override
    public double slope(double x) {
        return derivative(1, x / scale + b) / scale;
    }

    @Override
    public double curvature(double x) {
        return derivative(2, x / scale + b) / (scale * scale);
    }

    @Override
    public double mode() {
        return (best - b) * scale;
    }

    @Override
    public boolean hasSmoothRoot() {
        return !edge;
    }
}
