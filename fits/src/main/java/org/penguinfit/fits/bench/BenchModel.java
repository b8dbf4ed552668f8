package org.penguinfit.fits.bench;

import java.util.Optional;
import org.penguinfit.core.polynomial.PiecewisePolynomial;
import org.penguinfit.core.toy.DataModel;

/** A likelihood problem as something that can be evaluated. */
public interface BenchModel {
    /** The likelihood; its data begin with those of the Gaussian measurements, in their order. */
    DataModel data();

    /** −2 ln L of a problem with one parameter as a piecewise polynomial, computed anew at each call; empty for others. */
    Optional<PiecewisePolynomial> slice();
}
