/**
 * Polynomials in one variable and functions made of them piece by piece: all real roots, all minima, exact sublevel
 * sets. Start with {@link org.penguinfit.core.polynomial.PiecewisePolynomial}.
 */
@NullMarked
package org.penguinfit.core.polynomial;

import org.jspecify.annotations.NullMarked;
