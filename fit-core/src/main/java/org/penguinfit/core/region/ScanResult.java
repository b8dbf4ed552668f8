package org.penguinfit.core.region;

import java.util.List;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.WorkResults;

/**
 * The points of a scan that pass.
 *
 * @param parameters number of parameters
 * @param tried number of points
 * @param notFinite points at which an output was not finite
 * @param failures batches that failed; their points are missing
 * @param rows for each point that passes its parameters, then its outputs
 */
public record ScanResult(
        int parameters, int tried, int notFinite, List<WorkResults.Failure> failures, List<Vector> rows) {
    /** Copies the lists. */
    public ScanResult {
        failures = List.copyOf(failures);
        rows = List.copyOf(rows);
    }

    /** Output {@code output} of row {@code row}. */
    public double output(int row, int output) {
        return rows.get(row).get(parameters + output);
    }
}
