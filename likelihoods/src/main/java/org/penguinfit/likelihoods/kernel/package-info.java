/**
 * What a compiled likelihood computes with: vectors of functions of the parameters ("rows") with their derivatives, as flat
 * arrays without allocation per evaluation. Start with {@link org.penguinfit.likelihoods.kernel.Rows}.
 */
@NullMarked
package org.penguinfit.likelihoods.kernel;

import org.jspecify.annotations.NullMarked;
