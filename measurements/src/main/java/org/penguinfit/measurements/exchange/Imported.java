package org.penguinfit.measurements.exchange;

import java.util.List;
import org.penguinfit.measurements.CrossCorrelation;
import org.penguinfit.measurements.Measurement;

/**
 * What was read from a foreign file.
 *
 * @param measurements in the order of the file
 * @param correlations what the file says of correlations between measurements; only ours can
 * @param leftOut what could not be represented
 * @param notes what a reader of the result should know, such as a convention that was applied; one sentence each
 */
public record Imported(
        List<Measurement> measurements,
        List<CrossCorrelation> correlations,
        List<LeftOut> leftOut,
        List<String> notes) {
    /** Nothing. */
    public static final Imported NOTHING = new Imported(List.of(), List.of(), List.of(), List.of());

    public Imported {
        correlations = List.copyOf(correlations);
        measurements = List.copyOf(measurements);
        leftOut = List.copyOf(leftOut);
        notes = List.copyOf(notes);
    }
}
