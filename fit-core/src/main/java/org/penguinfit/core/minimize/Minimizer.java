package org.penguinfit.core.minimize;

import java.util.List;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.ParameterSet;

/** Finds one local minimum of −2 ln L within bounds; trouble is a status in the result, not an exception. */
@FunctionalInterface
public interface Minimizer {
    /**
     * Minimises from a start point.
     *
     * @param objective one that this minimiser {@link #accepts}; an objective without derivatives is lifted by
     *     {@link org.penguinfit.core.objective.NumericalDerivatives}
     * @param start shape [n], clamped into the bounds; not modified
     * @param bounds one entry per parameter; equal bounds fix a parameter
     * @throws IllegalArgumentException when {@code start} and {@code bounds} differ in length, or the objective is not
     *     accepted
     */
    Minimum minimize(TwiceDifferentiableObjective objective, double[] start, List<Bounds> bounds, StoppingRule rule);

    /** Minimises from the start values of the parameters with the standard stopping rule. */
    default Minimum minimize(TwiceDifferentiableObjective objective, ParameterSet parameters) {
        return minimize(objective, parameters.start(), parameters.bounds(), StoppingRule.standard());
    }

    /** Whether this minimiser can take the objective: all but {@link LevenbergMarquardt} take any. */
    default boolean accepts(TwiceDifferentiableObjective objective) {
        return true;
    }
}
