/**
 * Pieces of a web page: escaped text and tags, tables, pictures with the numbers behind them. Start with
 * {@link org.penguinfit.fits.report.html.HtmlPage}; what stands on a page is decided by {@code fits.report}.
 */
@NullMarked
package org.penguinfit.fits.report.html;

import org.jspecify.annotations.NullMarked;
