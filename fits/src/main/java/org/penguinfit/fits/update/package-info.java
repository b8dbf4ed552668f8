/**
 * A fit before and after a new result: what entered, what left, and how every number moved. Start with
 * {@link org.penguinfit.fits.update.UpdateResult}.
 */
@NullMarked
package org.penguinfit.fits.update;

import org.jspecify.annotations.NullMarked;
