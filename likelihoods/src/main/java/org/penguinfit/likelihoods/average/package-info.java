/**
 * Averages of what several publications report about one observable, without any theory. Start with
 * {@link org.penguinfit.likelihoods.average.ObservableAverage}.
 */
@NullMarked
package org.penguinfit.likelihoods.average;

import org.jspecify.annotations.NullMarked;
