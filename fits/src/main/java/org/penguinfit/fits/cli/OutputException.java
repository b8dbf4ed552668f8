package org.penguinfit.fits.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.penguinfit.fits.report.ReportWriters;
import org.penguinfit.fits.run.FitResult;

/** The output folder cannot be written. */
final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private OutputException(String message, Exception cause) {
        super(message, cause);
    }

    /**
     * Writes every report.
     *
     * @throws OutputException if a file cannot be written
     */
    static List<Path> writeAll(FitResult result, Path folder) {
        try {
            return ReportWriters.writeAll(result, folder);
        } catch (IOException e) {
            throw new OutputException(
                    folder + ": the output folder cannot be written: " + reason(e) + "; choose another with -o DIR", e);
        }
    }

    private static String reason(IOException e) {
        String file = e instanceof FileSystemException problem ? String.valueOf(problem.getFile()) : "";
        if (e instanceof FileAlreadyExistsException) {
            return "'" + file + "' is no folder";
        }
        if (e instanceof AccessDeniedException) {
            return "no permission to write '" + file + "'";
        }
        if (e instanceof NoSuchFileException) {
            return "'" + file + "' cannot be made";
        }
        return String.valueOf(e.getMessage());
    }
}
