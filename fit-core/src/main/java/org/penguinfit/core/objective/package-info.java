/**
 * The function a fit minimises, −2 ln L, with its derivatives as capabilities that are types. Start with
 * {@link org.penguinfit.core.objective.Objective}.
 */
@NullMarked
package org.penguinfit.core.objective;

import org.jspecify.annotations.NullMarked;
