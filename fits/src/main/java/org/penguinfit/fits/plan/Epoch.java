package org.penguinfit.fits.plan;

import java.time.LocalDate;
import java.util.List;
import org.penguinfit.measurements.Measurement;

/**
 * What a task knew on a day.
 *
 * @param date the day
 * @param measurements in force on it; may be empty
 */
public record Epoch(LocalDate date, List<Measurement> measurements) {
    public Epoch {
        measurements = List.copyOf(measurements);
    }

    /** Names of the measurements. */
    public List<String> names() {
        return measurements.stream().map(Measurement::name).toList();
    }
}
