package org.penguinfit.measurements;

/**
 * A published upper limit.
 *
 * @param limit the limit L, finite; &gt; 0 for the methods whose width comes from it
 * @param level its confidence level, in (0, 1)
 * @param method the rule that turns the limit into a likelihood
 */
public record UpperLimit(double limit, double level, LimitMethod method) implements PublishedValue {
    public UpperLimit {
        Require.finite(limit, "limit");
        Require.that(level > 0 && level < 1, "a confidence level must lie between 0 and 1, found " + level);
        if (method instanceof LimitMethod.HalfGaussian) {
            Require.positive(limit, "limit");
        }
        if (method instanceof LimitMethod.GaussianFromCentral g) {
            Require.that(g.central() < limit, "the central value must lie below the limit");
            Require.that(!g.bounded() || limit > 0, "a bounded quantity has a limit > 0");
        }
    }

    /** A limit with the default method. */
    public static UpperLimit halfGaussian(double limit, double level) {
        return new UpperLimit(limit, level, new LimitMethod.HalfGaussian());
    }

    @Override
    public UpperLimit scaled(double factor) {
        return new UpperLimit(limit * factor, level, method.scaled(factor));
    }
}
