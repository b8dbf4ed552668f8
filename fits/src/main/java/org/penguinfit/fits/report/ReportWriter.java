package org.penguinfit.fits.report;

import org.penguinfit.fits.result.FitResult;

/** Turns a finished fit into the text of one file. */
public interface ReportWriter {
    /** Name of the format in a config's {@code outputs: {tables: […]}}; empty for
     * files that are always written. */
    String table();

    /** Name of the file in the output folder. */
    String fileName();

    /** The whole text; the same result gives the same bytes. */
    String write(FitResult result);
}
