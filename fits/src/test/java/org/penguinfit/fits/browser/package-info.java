/** Pages in a headless browser. */
@NullMarked
package org.penguinfit.fits.browser;

import org.jspecify.annotations.NullMarked;
