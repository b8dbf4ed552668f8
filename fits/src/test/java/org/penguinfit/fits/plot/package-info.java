/** Tests of descriptions of pictures. */
@NullMarked
package org.penguinfit.fits.plot;

import org.jspecify.annotations.NullMarked;
