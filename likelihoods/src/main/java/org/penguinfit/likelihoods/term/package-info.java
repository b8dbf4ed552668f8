/**
 * Likelihood terms: each is one factor of the likelihood, written as −2 ln L, a function of the predictions of the
 * observables that one published result reports. Start with {@link org.penguinfit.likelihoods.term.LikelihoodTerm};
 * {@link org.penguinfit.likelihoods.term.LikelihoodTerms} decides which term a published result becomes.
 */
@NullMarked
package org.penguinfit.likelihoods.term;

import org.jspecify.annotations.NullMarked;
