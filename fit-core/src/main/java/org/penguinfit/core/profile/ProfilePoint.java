package org.penguinfit.core.profile;

import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Convergence;

/**
 * A point of a profile likelihood.
 *
 * @param x value of the profiled parameter
 * @param value −2 ln L minimised over the other parameters; +∞ where excluded
 * @param point all parameters there, the profiled one included
 * @param status how the minimisation over the other parameters ended; of a minimum of the profile, how the minimisation
 *     over all parameters within the range ended, so {@link Convergence#AT_LIMIT} marks an end of the range
 */
public record ProfilePoint(double x, double value, Vector point, Convergence status) {}
