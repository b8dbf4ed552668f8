package org.penguinfit.core.region;

import org.penguinfit.core.linalg.Vector;

/**
 * The smallest or largest value of an output over the allowed points.
 *
 * @param value the value
 * @param theta the parameters there
 */
public record Extreme(double value, Vector theta) {}
