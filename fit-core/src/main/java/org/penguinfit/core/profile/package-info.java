/**
 * Profile likelihoods of one parameter, the others minimised over. Start with
 * {@link org.penguinfit.core.profile.ProfileIntervalSearch} for interval ends around a minimum,
 * {@link org.penguinfit.core.profile.ProfileContinuation} for a curve, and
 * {@link org.penguinfit.core.profile.ProfileLikelihood} for the whole set where there are several minima.
 */
@NullMarked
package org.penguinfit.core.profile;

import org.jspecify.annotations.NullMarked;
