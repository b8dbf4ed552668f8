package org.penguinfit.fits.plan;

import java.util.List;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.measurements.CrossCorrelations;
import org.penguinfit.measurements.Measurement;

/**
 * The measurements of one task.
 *
 * @param measurements in force on the fit's date, in the order of the selectors, each once
 * @param skipped asked for and not in force, with the reason
 * @param replacements sentences about the selection, such as results that entered in the place of superseded ones
 * @param correlations between measurements
 */
record Selected(
        List<Measurement> measurements,
        List<FitResult.Skip> skipped,
        List<String> replacements,
        CrossCorrelations correlations) {
    /** No data. */
    static final Selected NOTHING = new Selected(List.of(), List.of(), List.of(), CrossCorrelations.NONE);

    /** The same selection with fewer measurements. */
    Selected with(List<Measurement> kept, List<FitResult.Skip> newSkipped) {
        return new Selected(kept, newSkipped, replacements, correlations);
    }
}
