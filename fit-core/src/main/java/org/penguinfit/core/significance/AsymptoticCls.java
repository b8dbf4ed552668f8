package org.penguinfit.core.significance;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.penguinfit.core.interval.ConfidenceLevel;

/**
 * CLs limits by the asymptotic formulae of arXiv:1007.1727 (eqs 57 to 67, 88, 89), σ from Asimov data without signal.
 *
 * @param statistic q_μ or q̃_μ
 * @param observed likelihood ratio of the observed data
 * @param asimov likelihood ratio of the Asimov data of μ = 0, nuisance parameters at their conditional best fit
 */
public record AsymptoticCls(TestStatistic statistic, LikelihoodRatio observed, LikelihoodRatio asimov) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0.0, 1.0);
    private static final double RELATIVE_ACCURACY = 1e-10;
    private static final int CALLS = 200;
    private static final int DOUBLINGS = 60;

    /** Requires a statistic for upper limits. */
    public AsymptoticCls {
        if (statistic != TestStatistic.Q_MU && statistic != TestStatistic.Q_TILDE_MU) {
            throw new IllegalArgumentException("CLs limits use q_mu or its tilde version, found " + statistic);
        }
    }

    /**
     * CLs+b, CLb and CLs of the observed data.
     *
     * @param mu tested value, positive
     * @throws IllegalStateException when a minimisation failed, or the data tell nothing about μ
     */
    public ClsValue at(double mu) {
        double sigma = sigma(mu);
        double value = statistic.value(observed, mu);
        return new ClsValue(
                statistic.asymptotic(mu, mu, sigma).pValue(value),
                statistic.asymptotic(mu, 0.0, sigma).pValue(value));
    }

    /** σ of the estimator at a tested value, from the Asimov data. */
    public double sigma(double mu) {
        double value = statistic.value(asimov, mu);
        if (!(mu > 0.0) || !(value > 0.0)) {
            throw new IllegalStateException("Asimov data do not tell μ = " + mu + " from 0");
        }
        return AsymptoticDistribution.sigma(mu, 0.0, value);
    }

    /** CLs of data whose estimate lies this many standard deviations above 0: Φ̄(μ/σ − N)/Φ(N). */
    private double expected(double mu, double fluctuation) {
        return NORMAL.survivalProbability(mu / sigma(mu) - fluctuation) / NORMAL.cumulativeProbability(fluctuation);
    }

    /**
     * The observed limit and the expected ones.
     *
     * @param scale first guess of the limit, positive, in the unit of μ; the search doubles or halves it
     */
    public ClsUpperLimit upperLimit(ConfidenceLevel level, double scale) {
        if (!(scale > 0.0)) {
            throw new IllegalArgumentException("CLs limit: the scale must be > 0, found " + scale);
        }
        OptionalDouble[] band = new OptionalDouble[5];
        for (int k = 0; k < band.length; k++) {
            double fluctuation = k - 2.0;
            band[k] = solve(mu -> expected(mu, fluctuation), level, scale);
        }
        return new ClsUpperLimit(
                level,
                solve(mu -> at(mu).cls(), level, scale),
                new ClsUpperLimit.Band(band[0], band[1], band[2], band[3], band[4]));
    }

    /** The observed limit alone. */
    public OptionalDouble observedLimit(ConfidenceLevel level, double scale) {
        return solve(mu -> at(mu).cls(), level, scale);
    }

    /** Where a falling CLs crosses 1 − CL. */
    private OptionalDouble solve(DoubleUnaryOperator cls, ConfidenceLevel level, double scale) {
        double end =
                observed.parameters().get(observed.interest().get(0)).bounds().upper();
        double high = Math.min(scale, end);
        for (int k = 0; cls.applyAsDouble(high) > level.tail(); k++) {
            if (high >= end || k >= DOUBLINGS) {
                return OptionalDouble.empty();
            }
            high = Math.min(2.0 * high, end);
        }
        double low = 0.5 * high;
        for (int k = 0; cls.applyAsDouble(low) < level.tail() && k < DOUBLINGS; k++) {
            low *= 0.5;
        }
        return OptionalDouble.of(new BracketingNthOrderBrentSolver(RELATIVE_ACCURACY, RELATIVE_ACCURACY * high, 5)
                .solve(CALLS, mu -> Math.log(cls.applyAsDouble(mu) / level.tail()), low, high));
    }
}
