/**
 * Pictures in results.json, so that they can be drawn again from that file alone. Start with
 * {@link org.penguinfit.fits.plot.json.PictureJson}.
 */
@NullMarked
package org.penguinfit.fits.plot.json;

import org.jspecify.annotations.NullMarked;
