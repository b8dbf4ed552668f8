/**
 * Curves: −2 ln L of one observable as a function of its prediction, with two derivatives, where no parabola will do. Start
 * with {@link org.penguinfit.likelihoods.curve.Curve}; {@link org.penguinfit.likelihoods.term.CurveTerm} makes a term of one.
 */
@NullMarked
package org.penguinfit.likelihoods.curve;

import org.jspecify.annotations.NullMarked;
