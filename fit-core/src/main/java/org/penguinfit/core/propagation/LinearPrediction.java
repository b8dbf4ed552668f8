package org.penguinfit.core.propagation;

/**
 * A prediction with its linearly propagated uncertainty.
 *
 * @param value the prediction at the central values, in its unit
 * @param sigma √(gᵀVg), same unit
 * @param budget where it comes from
 */
public record LinearPrediction(double value, double sigma, VarianceBudget budget) {}
