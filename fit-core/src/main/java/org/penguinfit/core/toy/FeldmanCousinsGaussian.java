package org.penguinfit.core.toy;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.significance.AsymptoticDistribution;
import org.penguinfit.core.significance.TestStatistic;

/**
 * Feldman–Cousins intervals of a Gaussian mean that cannot be negative, exact (G.J. Feldman and R.D. Cousins, Phys. Rev. D
 * 57 (1998) 3873, physics/9711021, section IV.B). Their likelihood-ratio ordering is that of t̃_μ, whose distribution has a
 * closed form here.
 *
 * @param sigma standard deviation of the measurement, positive
 */
public record FeldmanCousinsGaussian(double sigma) {
    private static final double ACCURACY = 1e-11;
    private static final int CALLS = 300;

    /** Requires a positive σ. */
    public FeldmanCousinsGaussian {
        if (!(sigma > 0.0)) {
            throw new IllegalArgumentException("Feldman–Cousins: sigma must be > 0, found " + sigma);
        }
    }

    /**
     * The interval of the mean.
     *
     * @param measured the measured value; may be negative
     */
    public Interval interval(double measured, ConfidenceLevel level) {
        double x = measured / sigma;
        DoubleUnaryOperator excess = mu -> statistic(x, mu) - critical(mu, level);
        double best = Math.max(0.0, x);
        double lower = excess.applyAsDouble(0.0) <= 0.0 ? 0.0 : solve(excess, 0.0, best);
        double beyond = best + 1.0;
        while (excess.applyAsDouble(beyond) <= 0.0) {
            beyond += 1.0;
        }
        return new Interval(sigma * lower, sigma * solve(excess, best, beyond));
    }

    /** The critical value of −2 ln λ at a mean in units of σ. */
    private static double critical(double mu, ConfidenceLevel level) {
        return new AsymptoticDistribution(TestStatistic.T_TILDE_MU, mu, mu, 1.0).quantile(level.probability());
    }

    private static double statistic(double x, double mu) {
        return x >= 0.0 ? (x - mu) * (x - mu) : mu * (mu - 2.0 * x);
    }

    private static double solve(DoubleUnaryOperator function, double low, double high) {
        return new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, 5)
                .solve(CALLS, function::applyAsDouble, low, high);
    }
}
