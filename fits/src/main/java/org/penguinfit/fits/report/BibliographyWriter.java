package org.penguinfit.fits.report;

import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.Provenance;

/** refs-used.bib: the publications behind the numbers of a fit, ready for a paper. */
final class BibliographyWriter implements TextFileWriter {
    @Override
    public String table() {
        return "";
    }

    @Override
    public String fileName() {
        return Provenance.References.FILE;
    }

    @Override
    public String write(FitResult result) {
        return result.provenance().bibliography().text();
    }
}
