/** Small models with data, whose answers are known, for the tests of inference. */
@NullMarked
package org.penguinfit.core.models;

import org.jspecify.annotations.NullMarked;
