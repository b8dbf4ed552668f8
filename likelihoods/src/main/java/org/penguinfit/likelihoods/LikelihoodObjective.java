package org.penguinfit.likelihoods;

import org.penguinfit.core.objective.GaussNewtonObjective;
import org.penguinfit.core.toy.DataModel;

/**
 * −2 ln L of a {@link Likelihood} with exact gradient and Hessian. Compiled: polynomial predictions of symmetric Gaussian data
 * are whitened and their monomials collected once, other terms stay as they are defined; nothing is allocated per evaluation.
 * It agrees with the sum of the terms within rounding. Owns its scratch space: one thread at a time.
 *
 * <p>The data may be exchanged, for toys: the measured values of all terms in their order, then the central values of the
 * constraints; see {@link LikelihoodModel}.
 */
public interface LikelihoodObjective extends DataModel.Objective, GaussNewtonObjective {}
