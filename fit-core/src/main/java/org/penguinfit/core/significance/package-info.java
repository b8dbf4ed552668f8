/**
 * From −2 ln L to p-values and significances: test statistics and their asymptotic distributions, CLs limits, goodness of
 * fit, pulls and impacts. Start with {@link org.penguinfit.core.significance.LikelihoodRatio}.
 */
@NullMarked
package org.penguinfit.core.significance;

import org.jspecify.annotations.NullMarked;
