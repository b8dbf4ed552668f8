package org.penguinfit.measurements.selection;

import java.util.List;
import org.penguinfit.measurements.DoubleCounting;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.Selection.Skipped;

/**
 * What a request comes to.
 *
 * @param measurements those that enter, in the order of the selectors, each once
 * @param skipped those asked for that do not enter, with the reason
 * @param notes sentences about results that enter in the place of others, and about double counting that is allowed
 * @param conflicts pairs that were both asked for by name and count the same data twice
 */
public record Chosen(
        List<Measurement> measurements, List<Skipped> skipped, List<String> notes, List<DoubleCounting> conflicts) {
    public Chosen {
        measurements = List.copyOf(measurements);
        skipped = List.copyOf(skipped);
        notes = List.copyOf(notes);
        conflicts = List.copyOf(conflicts);
    }
}
