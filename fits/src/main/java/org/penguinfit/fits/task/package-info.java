/**
 * One class per kind of task, from a resolved task to its result. Start with {@link org.penguinfit.fits.task.Tasks}.
 */
@NullMarked
package org.penguinfit.fits.task;

import org.jspecify.annotations.NullMarked;
