/** Tests of the package. */
@org.jspecify.annotations.NullMarked
package org.penguinfit.fits.report.html;
