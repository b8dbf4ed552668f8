package org.penguinfit.core.objective;

/** An objective that knows its gradient. */
public interface DifferentiableObjective extends Objective {
    /**
     * Returns {@link #value} and writes ∂(−2 ln L)/∂θᵢ into {@code gradient}, shape [n].
     *
     * @param gradient overwritten; its content is undefined where the value is not finite
     */
    double valueAndGradient(double[] theta, double[] gradient);
}
