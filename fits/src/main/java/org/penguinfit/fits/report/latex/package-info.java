/**
 * Tables in LaTeX: texts and numbers of reports as LaTeX, and booktabs tables of them. Start with
 * {@link org.penguinfit.fits.report.latex.LatexText}.
 */
@NullMarked
package org.penguinfit.fits.report.latex;

import org.jspecify.annotations.NullMarked;
