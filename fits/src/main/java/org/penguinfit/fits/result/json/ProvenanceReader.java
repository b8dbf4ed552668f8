package org.penguinfit.fits.result.json;

import org.penguinfit.fits.result.Provenance;
import org.penguinfit.fits.result.Provenance.References;
import org.penguinfit.fits.result.Provenance.SourcedNumber;
import org.penguinfit.fits.result.Provenance.TheoryFile;

/** Reads the block {@code provenance} of results.json. */
final class ProvenanceReader {
    private ProvenanceReader() {}

    static Provenance read(Part provenance) {
        Part bibliography = provenance.part("bibliography");
        Provenance found = new Provenance(
                provenance.parts("numbers", ProvenanceReader::number),
                provenance.parts("theory", ProvenanceReader::theory),
                bibliography == null ? Provenance.NONE.bibliography() : references(bibliography));
        provenance.refuseUnknownKeys();
        return found;
    }

    private static SourcedNumber number(Part number) {
        SourcedNumber found = new SourcedNumber(
                number.text("measurement"),
                number.text("observable"),
                number.text("published"),
                number.text("file"),
                number.text("key"),
                (int) number.whole("line"),
                (int) number.whole("column"),
                number.text("sha256"),
                number.texts("texkeys"),
                number.texts("arxiv"),
                number.text("where"),
                number.flag("verified"),
                number.texts("tasks"));
        number.refuseUnknownKeys();
        return found;
    }

    private static TheoryFile theory(Part file) {
        TheoryFile found = new TheoryFile(file.text("file"), file.text("sha256"), file.text("reference"));
        file.refuseUnknownKeys();
        return found;
    }

    private static References references(Part bibliography) {
        bibliography.text("file");
        References found =
                new References(bibliography.text("text"), bibliography.texts("keys"), bibliography.texts("missing"));
        bibliography.refuseUnknownKeys();
        return found;
    }
}
