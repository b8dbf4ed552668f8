package org.penguinfit.core.objective;

/**
 * −2 ln L up to a constant, a function of the free parameters; dimensionless. Δχ² is a difference of two values.
 *
 * <p>+∞ or NaN marks a point outside the domain, behind a hard wall: a minimiser never accepts it.
 */
@FunctionalInterface
public interface Objective {
    /**
     * −2 ln L at {@code theta}.
     *
     * @param theta one value per free parameter, in the order of the parameter set; not modified, not retained
     */
    double value(double[] theta);
}
