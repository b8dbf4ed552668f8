/**
 * Draws a {@link org.penguinfit.fits.plot.Figure} headlessly into SVG, PDF and PNG. Start with
 * {@link org.penguinfit.fits.plot.draw.FigureFiles}. Lengths are points of 1/72 inch.
 */
@NullMarked
package org.penguinfit.fits.plot.draw;

import org.jspecify.annotations.NullMarked;
