/**
 * Reports of a finished fit: results.json, console tables, Markdown and CSV. A writer turns a
 * {@link org.penguinfit.fits.result.FitResult} into text and computes nothing new. Start with
 * {@link org.penguinfit.fits.report.ReportWriter}.
 */
@NullMarked
package org.penguinfit.fits.report;

import org.jspecify.annotations.NullMarked;
