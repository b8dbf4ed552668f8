/**
 * Numbered, independent pieces of work on all cores, with progress, failures counted and a checkpoint. Start with
 * {@link org.penguinfit.core.parallel.ParallelWork}.
 */
@NullMarked
package org.penguinfit.core.parallel;

import org.jspecify.annotations.NullMarked;
