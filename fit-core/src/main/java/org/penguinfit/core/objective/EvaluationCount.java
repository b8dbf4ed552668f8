package org.penguinfit.core.objective;

/**
 * How often an objective was evaluated; each call counts once, in the column of the highest derivative it computed.
 *
 * @param values calls for the value alone
 * @param gradients calls for value and gradient
 * @param hessians calls for a Hessian, exact or Gauss–Newton
 */
public record EvaluationCount(long values, long gradients, long hessians) {
    /** No evaluations. */
    public static final EvaluationCount NONE = new EvaluationCount(0, 0, 0);

    /** Requires counts that are not negative. */
    public EvaluationCount {
        if (values < 0 || gradients < 0 || hessians < 0) {
            throw new IllegalArgumentException("evaluation counts must not be negative");
        }
    }

    /** The sum of two counts. */
    public EvaluationCount plus(EvaluationCount other) {
        return new EvaluationCount(values + other.values, gradients + other.gradients, hessians + other.hessians);
    }

    /** All calls together. */
    public long total() {
        return values + gradients + hessians;
    }
}
