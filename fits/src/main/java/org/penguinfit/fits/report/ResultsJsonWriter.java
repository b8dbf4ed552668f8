package org.penguinfit.fits.report;

import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.json.ResultJson;

/** results.json, which scripts read and from which every other report can be written again. */
final class ResultsJsonWriter implements TextFileWriter {
    @Override
    public String table() {
        return "";
    }

    @Override
    public String fileName() {
        return ResultJson.FILE;
    }

    @Override
    public String write(FitResult result) {
        return ResultJson.of(result);
    }
}
