@NullMarked
package org.penguinfit.fits.bench;

import org.jspecify.annotations.NullMarked;
