package org.penguinfit.fits.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Location;

/**
 * One task of a fit.
 *
 * @param id its key in the config and in results.json
 * @param title one line for the report; the id if none is given
 * @param use measurements of this task; empty: all of the fit
 * @param parameters parameters of interest of this task, names as in the fit; empty: all of the fit
 * @param nuisances nuisance parameters that this task frees, with their constraint terms, and profiles away
 * @param levels confidence levels of its intervals
 * @param bandSigmas half-width, in units of the measured uncertainty, of the hard band an allowed task makes of a measured value
 * @param starts number of Sobol start points of a fit, besides the parameters' own start values
 * @param at parameters that the task holds, away from their defaults; name → value
 * @param observables predictions to list
 * @param published what a paper prints for the same
 */
public record TaskConfig(
        String id,
        Type type,
        String title,
        List<Selector> use,
        List<String> parameters,
        List<String> nuisances,
        List<Level> levels,
        double bandSigmas,
        int starts,
        Map<String, Double> at,
        List<String> observables,
        @Nullable Published published,
        Location location,
        String path) {

    /** What a task does. */
    public enum Type {
        /** Sets where every measurement, as a hard band or step, holds; one parameter at a time. */
        ALLOWED("allowed"),
        /** Minima and intervals of each parameter alone, the others at their defaults. */
        ONE_AT_A_TIME("one-at-a-time"),
        /** All parameters together: minima, covariance, profile intervals. */
        FIT("fit"),
        /** Predictions at a point. */
        PREDICT("predict");

        private final String key;

        Type(String key) {
            this.key = key;
        }

        /** The word in the config and in results.json. */
        public String key() {
            return key;
        }
    }

    /**
     * What a paper prints.
     *
     * @param where paper and place
     * @param intervals parameter → text as printed
     * @param remark what a reader should know, such as a misprint; may be empty
     */
    public record Published(String where, Map<String, String> intervals, String remark) {}
}
