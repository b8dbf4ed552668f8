package org.penguinfit.fits.report;

import org.penguinfit.fits.result.FitResult;

/** refs-used.bib: the publications behind the numbers of a fit, ready for a paper. */
final class BibliographyWriter implements TextFileWriter {
    @Override
    public String table() {
        return "";
    }

    @Override
    public String fileName() {
        return "refs-used.bib";
    }

    @Override
    public String write(FitResult result) {
        return result.provenance().bibliography().text();
    }
}
