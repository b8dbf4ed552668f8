package org.penguinfit.fits.report;

import java.util.Map;
import java.util.Set;
import org.penguinfit.fits.result.FitResult;

/** Turns a finished fit into texts of one or more files. A writer of one file is a {@link TextFileWriter}. */
public interface ReportWriter {
    /** Name of the format in a config's {@code outputs: {tables: […]}}; empty for files that are always written. */
    String table();

    /**
     * The files; the same result gives the same bytes.
     *
     * @return file name in the output folder, with {@code /} between folders → its whole text; empty if the result has
     *     nothing that the format can say
     */
    Map<String, String> files(FitResult result);

    /**
     * The same for a writer that names other files of the run.
     *
     * @param beside files that stand in the same folder, of the writers before this one
     */
    default Map<String, String> files(FitResult result, Set<String> beside) {
        return files(result);
    }

    /**
     * Files of an earlier run that go if this one does not write them: a pattern such as {@code wcxf/*.wcxf.json} of a writer
     * whose files depend in number on the result; empty for all others.
     */
    default String stale() {
        return "";
    }
}
