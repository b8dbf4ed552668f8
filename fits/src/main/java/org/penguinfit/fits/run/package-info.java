/**
 * Running a fit: inputs are loaded and selected, names bound once, tasks run, and everything a reader needs is kept in an
 * immutable {@link org.penguinfit.fits.run.FitResult}. Start with {@link org.penguinfit.fits.run.FitRunner}.
 */
@NullMarked
package org.penguinfit.fits.run;

import org.jspecify.annotations.NullMarked;
