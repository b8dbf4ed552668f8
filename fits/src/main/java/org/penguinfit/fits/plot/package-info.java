/**
 * Pictures described, not drawn: immutable records in the units of the data. Start with
 * {@link org.penguinfit.fits.plot.Figure}; {@code fits.plot.draw} makes files of it.
 *
 * <p>Every text of a picture is LaTeX in text mode, with formulas between dollar signs, such as
 * {@code "$\mathcal{B}(B^+\to K^+\nu\bar\nu)$ of Belle II"}. {@link org.penguinfit.fits.plot.Tex} turns plain text into it.
 */
@NullMarked
package org.penguinfit.fits.plot;

import org.jspecify.annotations.NullMarked;
