package org.penguinfit.measurements;

/**
 * A published upper limit.
 *
 * @param limit the limit L, finite; &gt; 0 for the methods whose width comes from it
 * @param level its confidence level, in (0, 1)
 * @param method the rule that turns the limit into a likelihood; what it needs is among the facts
 * @param facts what the paper gives beside the limit, whether the rule uses it or not
 */
public record UpperLimit(double limit, double level, LimitMethod method, LimitFacts facts) implements PublishedValue {
    public UpperLimit {
        Require.finite(limit, "limit");
        Require.that(level > 0 && level < 1, "a confidence level must lie between 0 and 1, found " + level);
        boolean widthFromLimit = method == LimitMethod.HALF_GAUSSIAN || method == LimitMethod.GAMMA;
        if (widthFromLimit || facts.bounded()) {
            Require.positive(limit, "limit");
        }
        facts.central().ifPresent(c -> Require.that(c < limit, "the central value must lie below the limit"));
        facts.missing(method).ifPresent(key -> {
            throw new IllegalArgumentException("the rule '" + method.key() + "' needs '" + key + "'");
        });
    }

    /** A limit with the default method and nothing beside it. */
    public static UpperLimit halfGaussian(double limit, double level) {
        return new UpperLimit(limit, level, LimitMethod.HALF_GAUSSIAN, LimitFacts.NONE);
    }

    /**
     * The same limit under another rule.
     *
     * @throws IllegalArgumentException if a fact that the rule needs is missing
     */
    public UpperLimit with(LimitMethod other) {
        return new UpperLimit(limit, level, other, facts);
    }

    @Override
    public UpperLimit scaled(double factor) {
        return new UpperLimit(limit * factor, level, method, facts.scaled(factor));
    }
}
