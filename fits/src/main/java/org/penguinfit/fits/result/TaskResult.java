package org.penguinfit.fits.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.minimize.CovarianceState;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.likelihoods.theory.WilsonValue;

/**
 * What one task found.
 *
 * @param heading id, type, title and levels of the task, and what is published
 * @param status how it ended
 * @param data the published results that entered, in the words of the publication
 * @param minima all distinct minima, best first within each varied parameter
 * @param fit goodness of the best minimum; null in tasks without a minimum
 * @param intervals parameter → level as written (or {@code allowed}) → union of segments
 * @param clipped parameter names whose intervals end at the edge of their range
 * @param pulls at the best minimum
 * @param predictions observable → value
 * @param blocks what only this type of task finds
 * @param notes method and trouble, for the report
 */
public record TaskResult(
        TaskHeading heading,
        Status status,
        List<DatumUsed> data,
        List<MinimumFound> minima,
        @Nullable Goodness fit,
        Map<String, Map<String, IntervalSet>> intervals,
        List<String> clipped,
        List<PullFound> pulls,
        Map<String, PredictionFound> predictions,
        List<ResultBlock> blocks,
        List<String> notes) {
    /** Its key in the config and in results.json. */
    public String id() {
        return heading.id();
    }

    /** What it does. */
    public TaskConfig.Type type() {
        return heading.type();
    }

    /** The same result with more blocks. */
    public TaskResult with(List<ResultBlock> more) {
        List<ResultBlock> all = new java.util.ArrayList<>(blocks);
        all.addAll(more);
        return new TaskResult(
                heading, status, data, minima, fit, intervals, clipped, pulls, predictions, List.copyOf(all), notes);
    }

    /** A result of blocks alone. */
    public static TaskResult of(
            TaskConfig config, Status status, List<DatumUsed> data, List<ResultBlock> blocks, List<String> notes) {
        return new TaskResult(
                TaskHeading.of(config),
                status,
                data,
                List.of(),
                null,
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.copyOf(blocks),
                List.copyOf(notes));
    }

    /** The same with minima, best first, and the goodness of the best one. */
    public TaskResult withMinima(List<MinimumFound> found, @Nullable Goodness goodness) {
        return new TaskResult(
                heading, status, data, found, goodness, intervals, clipped, pulls, predictions, blocks, notes);
    }

    /** The same with intervals. */
    public TaskResult withIntervals(Map<String, Map<String, IntervalSet>> found, List<String> endAtRange) {
        return new TaskResult(heading, status, data, minima, fit, found, endAtRange, pulls, predictions, blocks, notes);
    }

    /** The same with another status. */
    public TaskResult withStatus(Status ended) {
        return new TaskResult(heading, ended, data, minima, fit, intervals, clipped, pulls, predictions, blocks, notes);
    }

    /** The same with pulls. */
    public TaskResult withPulls(List<PullFound> found) {
        return new TaskResult(
                heading, status, data, minima, fit, intervals, clipped, found, predictions, blocks, notes);
    }

    /** The same with predictions. */
    public TaskResult withPredictions(Map<String, PredictionFound> found) {
        return new TaskResult(heading, status, data, minima, fit, intervals, clipped, pulls, found, blocks, notes);
    }

    /** The same with other blocks. */
    public TaskResult withBlocks(List<ResultBlock> found) {
        return new TaskResult(heading, status, data, minima, fit, intervals, clipped, pulls, predictions, found, notes);
    }

    /** The table with this key among its blocks; empty if there is none. */
    public Optional<ResultBlock.Table> table(String key) {
        for (ResultBlock block : blocks) {
            if (block instanceof ResultBlock.Table table && table.key().equals(key)) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    /** The rows of the table with this key; none if there is none. */
    public List<List<@Nullable Object>> rows(String key) {
        return table(key).map(ResultBlock.Table::rows).orElse(List.of());
    }

    /** How a task ended. */
    public enum Status {
        OK("ok"),
        /** A minimum lies at the edge of a parameter's range. */
        AT_LIMIT("at-limit"),
        NOT_CONVERGED("not-converged"),
        /** No selected measurement is in force on the as-of date. */
        NO_DATA("no-data");

        private final String key;

        Status(String key) {
            this.key = key;
        }

        /** The word in results.json. */
        public String key() {
            return key;
        }
    }

    /**
     * A published result that entered.
     *
     * @param measurement its name
     * @param observables what it reports
     * @param published as published, such as {@code < 1.8e-5 @ 90% CL}
     * @param rule how it entered, such as {@code half-gaussian} or {@code hard 1σ band}
     */
    public record DatumUsed(String measurement, List<String> observables, String published, String rule) {}

    /**
     * A minimum of −2 ln L.
     *
     * @param varied the parameter varied alone; null if all were
     * @param parameters name → value of all parameters of the task, in the order of the config
     * @param chi2 −2 ln L
     * @param deltaChi2 above the best minimum (of the same varied parameter)
     * @param uncertainties name → √(covariance) of every parameter that has one; none for parameters at a limit
     * @param covariance 2 H⁻¹ of the exact Hessian H, rows and columns in the order of {@code uncertainties}; null unless
     *     H is positive definite
     * @param covarianceState which covariance the engine has; one that had to be made positive definite is not given here
     * @param edm estimated vertical distance to the minimum
     * @param atLimit parameters at the edge of their range
     * @param wilson the Wilson coefficients there that a WCxf basis has and that are not 0
     */
    public record MinimumFound(
            @Nullable String varied,
            Map<String, Double> parameters,
            double chi2,
            double deltaChi2,
            Map<String, Double> uncertainties,
            @Nullable CovarianceMatrix covariance,
            CovarianceState covarianceState,
            double edm,
            List<String> atLimit,
            List<WilsonValue> wilson) {
        public MinimumFound {
            wilson = List.copyOf(wilson);
        }

        /** The same with Wilson coefficients. */
        public MinimumFound withWilson(List<WilsonValue> coefficients) {
            return new MinimumFound(
                    varied,
                    parameters,
                    chi2,
                    deltaChi2,
                    uncertainties,
                    covariance,
                    covarianceState,
                    edm,
                    atLimit,
                    coefficients);
        }
    }

    /**
     * Goodness of fit and comparison with the Standard Model.
     *
     * @param chi2 −2 ln L at the best minimum
     * @param ndof observables (limits count) minus parameters of interest; may be 0 or below
     * @param pValue χ² tail probability; null unless ndof > 0
     * @param chi2Sm −2 ln L with every parameter of interest at its default, nuisance parameters profiled
     * @param pullSm √(chi2Sm − chi2) for one parameter; for more, the same probability as a two-sided number of sigmas
     */
    public record Goodness(double chi2, int ndof, @Nullable Double pValue, double chi2Sm, double pullSm) {}

    /** A pull: (measured − predicted)/σ. */
    public record PullFound(
            String measurement, String observable, double measured, double predicted, double pull, double chi2) {}

    /**
     * A prediction.
     *
     * @param value at the point asked for, or at the best minimum
     * @param uncertainty linear propagation of the uncertainties of the freed nuisance parameters and the fit; null if none
     * @param budget source → its part, added in quadrature (correlations make the total differ)
     */
    public record PredictionFound(
            double value, @Nullable Double uncertainty, Map<String, Double> budget, String unit) {}
}
