/**
 * Looking at measurements without a fit: lists, all that is known of one, the history of an observable, averages. Start with
 * {@link org.penguinfit.fits.browse.Catalogue}.
 */
@NullMarked
package org.penguinfit.fits.browse;

import org.jspecify.annotations.NullMarked;
