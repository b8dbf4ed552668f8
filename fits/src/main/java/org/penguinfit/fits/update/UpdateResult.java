package org.penguinfit.fits.update;

import java.util.List;
import org.penguinfit.fits.result.FitResult;

/**
 * A fit before and after new files.
 *
 * @param with the new files as named
 * @param before the fit without them
 * @param after the fit with them: what {@code run --with} gives
 * @param changes every measurement that entered, left, or is new and stays out; those of the new files first
 * @param unchanged names of the measurements that enter as before
 * @param notes sentences about the selection that are new
 * @param tasks in the order of the config
 */
public record UpdateResult(
        List<String> with,
        FitResult before,
        FitResult after,
        List<MeasurementChange> changes,
        List<String> unchanged,
        List<String> notes,
        List<TaskChange> tasks) {
    public UpdateResult {
        with = List.copyOf(with);
        changes = List.copyOf(changes);
        unchanged = List.copyOf(unchanged);
        notes = List.copyOf(notes);
        tasks = List.copyOf(tasks);
    }

    /** True if every task of both fits ended well, and none lost its data; a task may be without data before. */
    public boolean converged() {
        return after.converged();
    }
}
