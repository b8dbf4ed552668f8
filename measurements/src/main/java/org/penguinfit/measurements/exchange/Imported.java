package org.penguinfit.measurements.exchange;

import java.util.List;
import org.penguinfit.measurements.Measurement;

/**
 * What was read from a foreign file.
 *
 * @param measurements in the order of the file
 * @param leftOut what could not be represented
 * @param notes what a reader of the result should know, such as a convention that was applied; one sentence each
 */
public record Imported(List<Measurement> measurements, List<LeftOut> leftOut, List<String> notes) {
    public Imported {
        measurements = List.copyOf(measurements);
        leftOut = List.copyOf(leftOut);
        notes = List.copyOf(notes);
    }
}
