package org.penguinfit.fits.task;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.TaskResult.DatumUsed;
import org.penguinfit.fits.result.TaskResult.PredictionFound;
import org.penguinfit.likelihoods.term.HardBand;
import org.penguinfit.likelihoods.term.LikelihoodTerms;
import org.penguinfit.measurements.DiscreteRange;
import org.penguinfit.measurements.JoinedResults;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedText;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.UpperBound;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.ValueRange;

/**
 * A measurement to show beside a prediction, in the unit of the prediction.
 *
 * @param observable what is measured
 * @param measurement by which
 * @param published as published
 * @param value the best value; null for a limit or a range
 * @param lower end of the 1σ band or of the range; null if it is open
 * @param upper its other end
 * @param limit the upper limit; null if it is none
 * @param level its confidence level, in (0, 1); null for a bound without one
 */
record MeasuredValue(
        String observable,
        String measurement,
        String published,
        @Nullable Double value,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Double limit,
        @Nullable Double level) {
    private static final List<Column> COLUMNS = List.of(
            new Column("observable", "observable"),
            new Column("measurement", "measurement"),
            new Column("published", "published"),
            new Column("value", "value"),
            new Column("lower", "lower"),
            new Column("upper", "upper"),
            new Column("limit", "limit"),
            new Column("level", "level"));

    /** Words for how these enter. */
    private static final String RULE = "for comparison";

    /** All measurements of the task's observables, in the order of the observables. */
    static List<MeasuredValue> of(ResolvedTask task) {
        List<MeasuredValue> values = new ArrayList<>();
        for (String observable : new LinkedHashSet<>(task.config().observables())) {
            for (Measurement measurement : task.measurements()) {
                for (PublishedResult result : measurement.results()) {
                    for (int k = 0; k < result.observables().size(); k++) {
                        if (result.observables().get(k).toString().equals(observable)) {
                            values.add(of(measurement, result, k));
                        }
                    }
                }
            }
        }
        return values;
    }

    private static MeasuredValue of(Measurement measurement, PublishedResult result, int k) {
        String observable = result.observables().get(k).toString();
        List<String> texts = PublishedText.of(result);
        String published = texts.get(Math.min(k, texts.size() - 1));
        PublishedValue single = result instanceof SingleResult one ? one.value() : null;
        if (single instanceof UpperLimit limit) {
            return limit(observable, measurement, published, limit.limit(), limit.level());
        }
        if (single instanceof UpperBound bound) {
            return limit(observable, measurement, published, bound.bound(), null);
        }
        List<HardBand> bands = HardBand.of(result, 1);
        Double lower = bands == null ? null : finite(bands.get(k).low());
        Double upper = bands == null ? null : finite(bands.get(k).high());
        return new MeasuredValue(
                observable,
                measurement.name(),
                published,
                best(result, single, k, lower, upper),
                lower,
                upper,
                null,
                null);
    }

    private static MeasuredValue limit(
            String observable, Measurement measurement, String published, double limit, @Nullable Double level) {
        return new MeasuredValue(observable, measurement.name(), published, null, null, null, limit, level);
    }

    private static @Nullable Double best(
            PublishedResult result,
            @Nullable PublishedValue single,
            int k,
            @Nullable Double lower,
            @Nullable Double upper) {
        if (single instanceof ValueRange || single instanceof DiscreteRange) {
            return null;
        }
        if (single != null) {
            return LikelihoodTerms.of(single).central(0);
        }
        if (result instanceof TabulatedResult) {
            return lower == null || upper == null
                    ? null
                    : Double.valueOf((lower + upper) / 2); // symmetric about the mode
        }
        return JoinedResults.components(result).get(k).central();
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    /**
     * (prediction − measured)/√(σ² + σ²) with the side of the measured uncertainty that faces the prediction; null without a
     * value or any uncertainty.
     */
    @Nullable
    Double pull(PredictionFound prediction) {
        if (value == null) {
            return null;
        }
        double difference = prediction.value() - value;
        Double end = difference > 0 ? upper : lower;
        double measured = end == null ? 0 : end - value;
        double predicted = prediction.uncertainty() == null ? 0 : prediction.uncertainty();
        double sigma = Math.hypot(measured, predicted);
        return sigma > 0 && Double.isFinite(difference) ? Double.valueOf(difference / sigma) : null;
    }

    /** Words for a limit or a range, such as {@code below the limit 1.8e-5 at 90% CL}; null for a value. */
    @Nullable
    String verdict(PredictionFound prediction) {
        double at = prediction.value();
        if (limit != null) {
            String side = at <= limit ? "below" : at > limit ? "above" : "without a value for";
            return side + " the limit " + TaskResults.shortest(limit) + (level == null ? "" : " at " + percent(level));
        }
        if (value == null && lower != null && upper != null) {
            String side = at < lower ? "below" : at > upper ? "above" : "within";
            return side + " the range " + TaskResults.shortest(lower) + " to " + TaskResults.shortest(upper);
        }
        return null;
    }

    private static String percent(double level) {
        return BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString() + "% CL";
    }

    /** The table of them. */
    static ResultBlock table(String key, List<MeasuredValue> values) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (MeasuredValue v : values) {
            List<@Nullable Object> row = new ArrayList<>(List.of(v.observable(), v.measurement(), v.published()));
            row.add(v.value());
            row.add(v.lower());
            row.add(v.upper());
            row.add(v.limit());
            row.add(v.level());
            rows.add(row);
        }
        return new ResultBlock.Table(key, "Measured", COLUMNS, rows, false);
    }

    /** One line of data per measurement. */
    static List<DatumUsed> data(ResolvedTask task) {
        Set<String> listed = new HashSet<>(task.config().observables());
        List<DatumUsed> data = new ArrayList<>();
        for (Measurement measurement : task.measurements()) {
            for (PublishedResult result : measurement.results()) {
                List<String> observables = result.observables().stream()
                        .map(ObservableId::toString)
                        .filter(listed::contains)
                        .toList();
                String published = String.join(", ", PublishedText.of(result));
                data.add(new DatumUsed(measurement.name(), observables, published, RULE));
            }
        }
        return data;
    }
}
