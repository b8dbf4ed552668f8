/**
 * What is known of one parameter before the data: the priors of a posterior, and the distributions that Monte-Carlo error
 * propagation draws from. Start with {@link org.penguinfit.core.prior.Prior}.
 */
@NullMarked
package org.penguinfit.core.prior;

import org.jspecify.annotations.NullMarked;
