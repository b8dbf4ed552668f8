/**
 * Runs the tasks of a plan. Start with {@link org.penguinfit.fits.run.FitRunner}.
 */
@NullMarked
package org.penguinfit.fits.run;

import org.jspecify.annotations.NullMarked;
