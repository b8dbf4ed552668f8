/**
 * Uncertainties of predictions: from those of the parameters, linearly or by Monte Carlo, with a budget by source. Start with
 * {@link org.penguinfit.core.propagation.LinearPropagation} and
 * {@link org.penguinfit.core.propagation.MonteCarloPropagation}.
 */
@NullMarked
package org.penguinfit.core.propagation;

import org.jspecify.annotations.NullMarked;
