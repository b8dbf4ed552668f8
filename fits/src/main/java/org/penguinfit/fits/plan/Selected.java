package org.penguinfit.fits.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 * @param epochs of a task of type {@code evolution}, whose measurements are the union of all days
 */
record Selected(
        List<Measurement> measurements,
        List<FitResult.Skip> skipped,
        List<String> replacements,
        CrossCorrelations correlations,
        List<Epoch> epochs) {
    /** No data. */
    static final Selected NOTHING = new Selected(List.of(), List.of(), List.of(), CrossCorrelations.NONE, List.of());

    /** The same selection with fewer measurements. */
    Selected with(List<Measurement> kept, List<FitResult.Skip> newSkipped) {
        Set<String> names = new HashSet<>();
        kept.forEach(measurement -> names.add(measurement.name()));
        List<Epoch> fewer = new ArrayList<>();
        for (Epoch epoch : epochs) {
            fewer.add(new Epoch(
                    epoch.date(),
                    epoch.measurements().stream()
                            .filter(measurement -> names.contains(measurement.name()))
                            .toList()));
        }
        return new Selected(kept, newSkipped, replacements, correlations, fewer);
    }
}
