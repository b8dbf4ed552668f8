package org.penguinfit.core.toy;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.significance.AsymptoticCls;
import org.penguinfit.core.significance.LikelihoodRatio;
import org.penguinfit.core.significance.TestStatistic;

/**
 * Everything up to a one-sided upper limit, by asymptotic formulae.
 *
 * @param rule which limit
 * @param model the likelihood
 * @param interest index of the parameter, whose physical values are not negative
 * @param scale first guess of the limit, positive
 * @param starts points to minimise from besides the start values
 */
public record UpperLimits(Rule rule, DataModel model, int interest, double scale, List<Vector> starts)
        implements IntervalMethod {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0.0, 1.0);

    /** Which limit. */
    public enum Rule {
        /** q_μ = z²: the one-sided limit of the profile likelihood, which may be empty. */
        ONE_SIDED_PROFILE,
        /** CLs with q̃_μ and Asimov data of the toy itself: over-covers by design. */
        CLS
    }

    /** Copies the list. */
    public UpperLimits {
        starts = List.copyOf(starts);
        if (!(scale > 0.0)) {
            throw new IllegalArgumentException("upper limit: the scale must be > 0, found " + scale);
        }
    }

    @Override
    public String name() {
        return rule == Rule.CLS ? "CLs upper limit" : "one-sided profile limit";
    }

    @Override
    public Procedure start() {
        DataFit fit = DataFit.of(model, List.of(interest), starts);
        return rule == Rule.CLS ? new Cls(fit) : new OneSided(fit);
    }

    private IntervalSet upTo(double limit) {
        Bounds bounds = model.parameters().get(interest).bounds();
        return ProfileEnds.clip(new Interval(Double.NEGATIVE_INFINITY, limit), bounds);
    }

    private static double oneSided(ConfidenceLevel level) {
        return NORMAL.inverseSurvivalProbability(level.tail());
    }

    /** The limit where q_μ reaches the square of the one-sided number of standard deviations. */
    private final class OneSided implements Procedure {
        private final DataFit fit;

        OneSided(DataFit fit) {
            this.fit = fit;
        }

        @Override
        public void use(double[] data) {
            fit.use(data);
        }

        @Override
        public IntervalSet set(ConfidenceLevel level) {
            LikelihoodRatio ratio = fit.ratio();
            double z = oneSided(level);
            double from = ratio.best().point().get(interest);
            return upTo(ProfileEnds.end(
                    x -> ratio.delta(x) - z * z,
                    from,
                    scale,
                    model.parameters().get(interest).bounds()));
        }

        @Override
        public boolean holds(double value, ConfidenceLevel level) {
            double z = oneSided(level);
            return TestStatistic.Q_MU.value(fit.ratio(), value) <= z * z;
        }
    }

    /** The asymptotic CLs limit. */
    private final class Cls implements Procedure {
        private final DataFit fit;
        private final DataFit asimov;

        Cls(DataFit fit) {
            this.fit = fit;
            this.asimov = DataFit.of(model, List.of(interest), starts);
        }

        @Override
        public void use(double[] data) {
            fit.use(data);
            asimov.useAsimov(AsimovData.profiledPoint(fit, 0.0).toArray());
        }

        private AsymptoticCls cls() {
            return new AsymptoticCls(TestStatistic.Q_TILDE_MU, fit.ratio(), asimov.ratio());
        }

        @Override
        public IntervalSet set(ConfidenceLevel level) {
            return upTo(cls().observedLimit(level, scale).orElse(Double.POSITIVE_INFINITY));
        }

        @Override
        public boolean holds(double value, ConfidenceLevel level) {
            return value <= 0.0 || cls().at(value).cls() > level.tail();
        }
    }
}
