package org.penguinfit.likelihoods.popxf;

import java.util.List;

/**
 * One source of uncertainty of a table: standard deviations of coefficients.
 *
 * @param name such as {@code total} or {@code form-factors}
 * @param constant true if only the constant terms have one, so that a correlation is one number per pair of observables
 * @param monomials the terms, in the order that correlations use: sorted by their key
 * @param sigma standard deviations ≥ 0 by monomial and observable
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record UncertaintySource(String name, boolean constant, List<MonomialKey> monomials, double[][] sigma) {
    UncertaintySource {
        monomials = List.copyOf(monomials);
    }
}
