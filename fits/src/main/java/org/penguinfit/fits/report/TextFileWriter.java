package org.penguinfit.fits.report;

import java.util.Map;
import org.penguinfit.fits.result.FitResult;

/** A report that is one file. */
public interface TextFileWriter extends ReportWriter {
    /** Name of the file in the output folder. */
    String fileName();

    /** The whole text; the same result gives the same bytes. */
    String write(FitResult result);

    @Override
    default Map<String, String> files(FitResult result) {
        return Map.of(fileName(), write(result));
    }
}
