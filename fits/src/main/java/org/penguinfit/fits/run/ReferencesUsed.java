package org.penguinfit.fits.run;

import java.util.Collection;
import org.penguinfit.fits.result.Provenance;
import org.penguinfit.measurements.bibliography.BibEntry;
import org.penguinfit.measurements.bibliography.Bibliography;

/** Cuts {@code refs-used.bib} from the packed bibliography; what it lacks is listed, never made up. */
final class ReferencesUsed {
    private ReferencesUsed() {}

    static Provenance.References of(Collection<String> citations) {
        Bibliography.Extract extract = Bibliography.packed().extract(citations);
        StringBuilder text = new StringBuilder("% Publications of this fit, as they stand in references.bib.\n");
        for (String missing : extract.missing()) {
            text.append("% No entry for ").append(missing).append('\n');
        }
        for (BibEntry entry : extract.entries()) {
            text.append('\n').append(entry.text()).append('\n');
        }
        return new Provenance.References(text.toString(), extract.keys(), extract.missing());
    }
}
