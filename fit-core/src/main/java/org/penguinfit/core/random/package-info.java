/**
 * Reproducible random numbers: one independent stream per toy or chain. Start with
 * {@link org.penguinfit.core.random.RandomStreams}.
 */
@NullMarked
package org.penguinfit.core.random;

import org.jspecify.annotations.NullMarked;
