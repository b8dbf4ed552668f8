package org.penguinfit.fits.plan;

import java.util.List;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.measurements.Measurement;

/**
 * The measurements of one task.
 *
 * @param measurements in force on the fit's date, in the order of the selectors, each once
 * @param skipped asked for and not in force, with the reason
 * @param replacements sentences about results that entered in the place of superseded ones
 */
record Selected(List<Measurement> measurements, List<FitResult.Skip> skipped, List<String> replacements) {
    /** The same selection with fewer measurements. */
    Selected with(List<Measurement> kept, List<FitResult.Skip> newSkipped) {
        return new Selected(kept, newSkipped, replacements);
    }
}
