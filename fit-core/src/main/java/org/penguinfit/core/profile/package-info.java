/**
 * Profile likelihoods: one parameter scanned, the others minimised over, with all minima and interval ends. Start with
 * {@link org.penguinfit.core.profile.ProfileLikelihood}.
 */
@NullMarked
package org.penguinfit.core.profile;

import org.jspecify.annotations.NullMarked;
