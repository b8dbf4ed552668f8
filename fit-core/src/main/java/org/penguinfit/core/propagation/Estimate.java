package org.penguinfit.core.propagation;

/**
 * A number found by Monte Carlo.
 *
 * @param value the number
 * @param error its Monte-Carlo standard error, same unit, from the spread of independent batches; it shrinks with more draws
 *     and says nothing of the physics
 */
public record Estimate(double value, double error) {}
