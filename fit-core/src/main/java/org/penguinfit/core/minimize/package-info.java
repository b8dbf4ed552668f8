/**
 * Minimisers and what they found: a point, its status, its curvature. Start with
 * {@link org.penguinfit.core.minimize.VariableMetric} and {@link org.penguinfit.core.minimize.Minimum}.
 */
@NullMarked
package org.penguinfit.core.minimize;

import org.jspecify.annotations.NullMarked;
