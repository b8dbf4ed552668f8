/**
 * The likelihood: measurements bound to predictions once, then a twice differentiable function of the free parameters.
 * Start with {@link org.penguinfit.likelihoods.Likelihood}.
 */
@NullMarked
package org.penguinfit.likelihoods;

import org.jspecify.annotations.NullMarked;
