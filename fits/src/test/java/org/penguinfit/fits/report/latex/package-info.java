@NullMarked
package org.penguinfit.fits.report.latex;

import org.jspecify.annotations.NullMarked;
