package org.penguinfit.fits.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.penguinfit.fits.report.ReportWriters;
import org.penguinfit.fits.run.FitResult;

/** Writes the files of a result for every command alike. */
final class ResultFiles {
    private ResultFiles() {}

    /**
     * Writes results.json and some tables.
     *
     * @throws CannotBeWritten if a file cannot be written; the message is for the user
     */
    static List<Path> write(FitResult result, List<String> tables, Path folder) {
        try {
            return ReportWriters.writeAll(result, ReportWriters.of(tables), folder);
        } catch (IOException e) {
            throw new CannotBeWritten(
                    folder + ": the output folder cannot be written: " + e + "; choose another with -o DIR", e);
        }
    }

    /** The output folder cannot be written. */
    static final class CannotBeWritten extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotBeWritten(String message, IOException cause) {
            super(message, cause);
        }
    }
}
