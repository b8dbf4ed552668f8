package org.penguinfit.fits.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.selection.Selector;

/**
 * One task of a fit.
 *
 * @param id its key in the config and in results.json
 * @param title one line for the report; the id if none is given
 * @param use measurements of this task; empty: all of the fit
 * @param parameters parameters of interest of this task, names as in the fit; empty: all of the fit
 * @param nuisances nuisance parameters that this task frees, with their constraint terms, and profiles away
 * @param levels confidence levels of its intervals
 * @param starts number of Sobol start points of a fit, besides the parameters' own start values
 * @param at parameters that the task holds, away from their defaults; name → value
 * @param observables predictions to list
 * @param published what a paper prints for the same
 * @param theoryUncertainty how the uncertainties of predictions enter; null: as in the fit
 * @param options keys that belong to its type alone
 */
public record TaskConfig(
        String id,
        Type type,
        String title,
        List<Selector> use,
        List<String> parameters,
        List<String> nuisances,
        List<Level> levels,
        int starts,
        Map<String, Double> at,
        List<String> observables,
        @Nullable Published published,
        @Nullable TheoryUncertainty theoryUncertainty,
        TaskOptions options,
        Location location,
        String path) {

    /** The same under another type, which takes other options. */
    public TaskConfig as(Type other, TaskOptions otherOptions) {
        return new TaskConfig(
                id,
                other,
                title,
                use,
                parameters,
                nuisances,
                levels,
                starts,
                at,
                observables,
                published,
                theoryUncertainty,
                otherOptions,
                location,
                path);
    }

    /** The same with other confidence levels. */
    public TaskConfig withLevels(List<Level> others) {
        return new TaskConfig(
                id,
                type,
                title,
                use,
                parameters,
                nuisances,
                others,
                starts,
                at,
                observables,
                published,
                theoryUncertainty,
                options,
                location,
                path);
    }

    /** What a task does. */
    public enum Type {
        /** Sets where every measurement, as a hard band or step, holds; one parameter at a time. */
        ALLOWED("allowed", Needs.RANGES),
        /** Minima and intervals of each parameter alone, the others at their defaults. */
        ONE_AT_A_TIME("one-at-a-time", Needs.RANGES, Needs.LEVELS),
        /** All parameters together: minima, covariance, profile intervals. */
        FIT("fit", Needs.RANGES_TO_SEARCH, Needs.TOGETHER),
        /** Predictions at points, with their uncertainties, compared with measurements. */
        PREDICT("predict", Needs.OBSERVABLES, Needs.NO_DATA, Needs.COMPARES, Needs.ALL_THREADS),
        /** Predictions along one parameter, with bands. */
        CURVE("curve", Needs.RANGES, Needs.OBSERVABLES, Needs.NO_DATA, Needs.COMPARES, Needs.ALL_THREADS),
        /** Predictions at many points of parameter space, of which those that pass cuts are kept. */
        SCAN("scan", Needs.RANGES, Needs.OBSERVABLES, Needs.NO_DATA, Needs.ALL_THREADS),
        /** The image of the points that pass cuts in the plane of two predictions. */
        REGION("region", Needs.RANGES, Needs.NO_DATA, Needs.ALL_THREADS),
        /** The profile likelihood of each parameter of interest as a curve, with the sets below the levels. */
        PROFILE("profile", Needs.RANGES, Needs.LEVELS, Needs.TOGETHER, Needs.ALL_THREADS),
        /** Contours of every pair of parameters of interest, the others profiled. */
        CONTOUR("contour", Needs.RANGES, Needs.LEVELS, Needs.TOGETHER, Needs.TWO_PARAMETERS, Needs.ALL_THREADS),
        /** One-sided limits of each parameter of interest, the others profiled. */
        LIMIT("limit", Needs.RANGES_TO_SEARCH, Needs.LEVELS, Needs.TOGETHER, Needs.ALL_THREADS),
        /** How well the data agree with a point, such as the Standard Model, against the best fit. */
        SIGNIFICANCE("significance", Needs.RANGES_TO_SEARCH, Needs.TOGETHER, Needs.ALL_THREADS),
        /** Goodness of fit, asymptotic and by toys, with pulls of the right variance. */
        GOODNESS("goodness", Needs.RANGES_TO_SEARCH, Needs.TOGETHER, Needs.ALL_THREADS),
        /** Feldman–Cousins sets of one or two parameters, nuisance parameters profiled, and the p-value curve. */
        FELDMAN_COUSINS("feldman-cousins", Needs.RANGES, Needs.LEVELS, Needs.TOGETHER, Needs.ALL_THREADS),
        /** How often the sets of several methods hold a stated truth. */
        COVERAGE("coverage", Needs.RANGES, Needs.LEVELS, Needs.TOGETHER, Needs.ALL_THREADS),
        /** What each nuisance parameter does to the parameters of interest. */
        IMPACTS("impacts", Needs.RANGES_TO_SEARCH, Needs.TOGETHER, Needs.ALL_THREADS),
        /** A sample of the posterior: highest-density regions, with the quality of the sample. */
        POSTERIOR("posterior", Needs.RANGES_TO_SEARCH, Needs.LEVELS, Needs.TOGETHER, Needs.ALL_THREADS),
        /** Uncertainties of predictions, linear and by Monte Carlo, with a budget by source. */
        PROPAGATE("propagate", Needs.RANGES_TO_SEARCH, Needs.TOGETHER, Needs.OBSERVABLES, Needs.ALL_THREADS),
        /** The average of all measurements of one observable. */
        AVERAGE("average", Needs.NO_PARAMETERS),
        /** The same fit with what was known on each of several days. */
        EVOLUTION("evolution", Needs.RANGES, Needs.LEVELS, Needs.ALL_THREADS);

        private final String key;

        @SuppressWarnings("ImmutableEnumChecker") // a copy that is never modified
        private final Set<Needs> needs;

        Type(String key, Needs... needs) {
            this.key = key;
            this.needs = Set.of(needs);
        }

        /** The word in the config and in results.json. */
        public String key() {
            return key;
        }

        /** Whether tasks of this type have parameters of interest: all but averages and plain predictions. */
        public boolean hasParameters() {
            return !needs(Needs.NO_PARAMETERS) && (!needs(Needs.NO_DATA) || needs(Needs.RANGES));
        }

        /** Whether tasks of this type need that. */
        public boolean needs(Needs what) {
            return needs.contains(what);
        }
    }

    /** What a type of task needs or does. */
    public enum Needs {
        /** A finite range of every parameter of interest. */
        RANGES,
        /** A finite range where the task searches minima from start points or asks for intervals. */
        RANGES_TO_SEARCH,
        /** At least one confidence level. */
        LEVELS,
        /** Varies all parameters of interest together. */
        TOGETHER,
        /** At least one observable. */
        OBSERVABLES,
        /** Works without measurements and free parameters. */
        NO_DATA,
        /** Shows the measurements that it names itself beside its predictions; they enter nothing. */
        COMPARES,
        /** Works without free parameters of the theory. */
        NO_PARAMETERS,
        /** At least two parameters of interest. */
        TWO_PARAMETERS,
        /** Takes long and uses all threads itself: such tasks run one after the other. */
        ALL_THREADS
    }

    /**
     * What a paper prints.
     *
     * @param where paper and place
     * @param intervals parameter, or {@code PARAMETER at LEVEL} → text as printed
     * @param values what is computed, such as a prediction or {@code largest R_K} → text as printed
     * @param steps name → what the paper rounds it to, such as 0.5, instead of the last digit that it prints
     * @param corrected the task that computes the same with corrected formulas; empty if none
     * @param correctedNames name here → name there, where they differ
     * @param remark what a reader should know, such as a misprint; may be empty
     */
    public record Published(
            String where,
            Map<String, String> intervals,
            Map<String, String> values,
            Map<String, Double> steps,
            String corrected,
            Map<String, String> correctedNames,
            String remark) {
        /** Intervals and values, in the order of the config. */
        public Map<String, String> all() {
            Map<String, String> all = new LinkedHashMap<>(intervals);
            all.putAll(values);
            return all;
        }
    }
}
