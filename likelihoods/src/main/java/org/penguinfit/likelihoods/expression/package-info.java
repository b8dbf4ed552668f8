/**
 * The formula language: text to a checked expression, to a graph of real operations, to values with exact first and second
 * derivatives. Knows neither physics nor YAML. Start with {@link org.penguinfit.likelihoods.expression.ExpressionParser};
 * {@link org.penguinfit.likelihoods.expression.PredictionVector} is what a fit evaluates.
 */
@NullMarked
package org.penguinfit.likelihoods.expression;

import org.jspecify.annotations.NullMarked;
