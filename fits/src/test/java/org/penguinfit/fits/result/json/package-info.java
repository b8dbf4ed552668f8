@NullMarked
package org.penguinfit.fits.result.json;

import org.jspecify.annotations.NullMarked;
