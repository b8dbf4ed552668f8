package org.penguinfit.fits.update;

import java.util.List;
import org.penguinfit.fits.result.TaskResult;

/**
 * One task before and after.
 *
 * @param before the task without the new files
 * @param after the task with them
 * @param parameters its parameters of interest
 * @param figures the named numbers of its type, such as a toy p-value
 * @param curves profile likelihoods, for pictures
 */
public record TaskChange(
        TaskResult before,
        TaskResult after,
        List<ParameterChange> parameters,
        List<FigureChange> figures,
        List<CurvePair> curves) {
    public TaskChange {
        parameters = List.copyOf(parameters);
        figures = List.copyOf(figures);
        curves = List.copyOf(curves);
    }

    /** Its key in the config. */
    public String id() {
        return after.id();
    }

    /**
     * A named number.
     *
     * @param block key of its block in results.json
     * @param key its key in the block
     * @param label words for people
     * @param before NaN if there is none
     * @param after NaN if there is none
     */
    public record FigureChange(String block, String key, String label, double before, double after) {}
}
