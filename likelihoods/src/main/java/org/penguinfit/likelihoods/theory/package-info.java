/**
 * Theory files: parameters, observables and models as data, and their predictions as functions of named parameters. Start
 * with {@link org.penguinfit.likelihoods.theory.TheoryLoader} and {@link org.penguinfit.likelihoods.theory.Theory}.
 */
@NullMarked
package org.penguinfit.likelihoods.theory;

import org.jspecify.annotations.NullMarked;
