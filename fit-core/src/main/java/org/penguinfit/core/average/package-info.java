/**
 * Averages of measurements: best linear unbiased estimates of correlated ones, and full likelihoods with asymmetric
 * uncertainties and limits. Start with {@link org.penguinfit.core.average.BlueAverage}.
 */
@NullMarked
package org.penguinfit.core.average;

import org.jspecify.annotations.NullMarked;
