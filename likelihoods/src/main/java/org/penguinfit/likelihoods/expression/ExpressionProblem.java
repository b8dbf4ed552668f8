package org.penguinfit.likelihoods.expression;

/**
 * What is wrong with a formula.
 *
 * @param offset the character concerned, from 0
 * @param rule what must hold
 * @param found what stands there instead; may be empty
 * @param remedy what to write instead; may be empty
 */
public record ExpressionProblem(int offset, String rule, String found, String remedy) {}
