package org.penguinfit.fits.plot.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Style;

/** The results on an observable by date, with the average of each time as a band. */
public final class HistoryPicture {
    private HistoryPicture() {}

    /**
     * A measured value.
     *
     * @param minus uncertainty downwards, not negative
     * @param plus uncertainty upwards
     * @param series LaTeX of the legend, such as the experiment
     */
    public record Value(LocalDate date, double value, double minus, double plus, String series) {}

    /**
     * An upper limit.
     *
     * @param level LaTeX of the confidence level, such as {@code 90\% CL}
     */
    public record UpperLimit(LocalDate date, double limit, String level, String series) {}

    /** The average from a day on, until the next one. */
    public record Average(LocalDate date, double value, double minus, double plus) {}

    /**
     * A prediction to compare with.
     *
     * @param label LaTeX
     */
    public record Reference(String label, double low, double high) {}

    /**
     * A history.
     *
     * @param y axis of the observable
     * @param averages by date; empty: no band
     * @param reference such as the Standard Model; null: none
     */
    public static Figure of(
            Axis y,
            List<Value> values,
            List<UpperLimit> limits,
            List<Average> averages,
            @Nullable Reference reference) {
        List<Mark> marks = new ArrayList<>();
        if (reference != null) {
            marks.add(new Mark.Span(Mark.Along.Y, reference.low(), reference.high(), Style.GREY, reference.label()));
        }
        if (!averages.isEmpty()) {
            marks.add(band(averages, end(values, limits, averages)));
        }
        Map<String, Style> styles = new LinkedHashMap<>();
        values.forEach(value -> styles.computeIfAbsent(value.series(), s -> Style.of(styles.size() + 1)));
        limits.forEach(limit -> styles.computeIfAbsent(limit.series(), s -> Style.of(styles.size() + 1)));
        styles.forEach((series, style) -> addSeries(marks, series, style, values, limits));
        return Figure.of(Axis.dates("date of first publication"), fromZero(y, values, limits), marks)
                .withSize(new Figure.Size(88, 60));
    }

    /** From 0 to a little above the highest, or lower if a value lies below 0. */
    private static Axis fromZero(Axis y, List<Value> values, List<UpperLimit> limits) {
        double low = 0;
        double high = 0;
        for (Value value : values) {
            low = Math.min(low, value.value() - value.minus());
            high = Math.max(high, value.value() + value.plus());
        }
        for (UpperLimit limit : limits) {
            high = Math.max(high, limit.limit());
        }
        double margin = 0.08 * (high - low);
        return high > low && y.range() == null ? y.withRange(low < 0 ? low - margin : 0, high + margin) : y;
    }

    private static void addSeries(
            List<Mark> marks, String series, Style style, List<Value> values, List<UpperLimit> limits) {
        List<Value> points =
                values.stream().filter(value -> value.series().equals(series)).toList();
        if (!points.isEmpty()) {
            marks.add(new Mark.Points(
                    Vector.of(points.stream()
                            .mapToDouble(v -> v.date().toEpochDay())
                            .toArray()),
                    vector(points.stream().mapToDouble(Value::value).toArray()),
                    null,
                    new Mark.Errors(
                            vector(points.stream().mapToDouble(Value::minus).toArray()),
                            vector(points.stream().mapToDouble(Value::plus).toArray())),
                    style,
                    series));
        }
        Map<String, List<UpperLimit>> byLevel = new LinkedHashMap<>();
        limits.stream()
                .filter(limit -> limit.series().equals(series))
                .forEach(limit -> byLevel.computeIfAbsent(limit.level(), l -> new ArrayList<>())
                        .add(limit));
        byLevel.forEach((level, same) -> marks.add(new Mark.Limits(
                vector(same.stream().mapToDouble(l -> l.date().toEpochDay()).toArray()),
                vector(same.stream().mapToDouble(UpperLimit::limit).toArray()),
                Mark.Direction.DOWN,
                style,
                series + ", limit at " + level)));
    }

    private static Vector vector(double[] values) {
        return Vector.of(values);
    }

    private static double end(List<Value> values, List<UpperLimit> limits, List<Average> averages) {
        double last = averages.get(averages.size() - 1).date().toEpochDay();
        for (Value value : values) {
            last = Math.max(last, (double) value.date().toEpochDay());
        }
        for (UpperLimit limit : limits) {
            last = Math.max(last, (double) limit.date().toEpochDay());
        }
        double first = averages.get(0).date().toEpochDay();
        return last + Math.max(90, 0.08 * (last - first));
    }

    /** Steps: an average holds until the next one. */
    private static Mark band(List<Average> averages, double end) {
        List<Average> ordered = new ArrayList<>(averages);
        ordered.sort(Comparator.comparing(Average::date));
        int n = ordered.size();
        double[] x = new double[2 * n];
        double[] middle = new double[2 * n];
        double[] low = new double[2 * n];
        double[] high = new double[2 * n];
        for (int i = 0; i < n; i++) {
            Average average = ordered.get(i);
            x[2 * i] = average.date().toEpochDay();
            x[2 * i + 1] = i + 1 < n ? ordered.get(i + 1).date().toEpochDay() : end;
            for (int k = 2 * i; k <= 2 * i + 1; k++) {
                middle[k] = average.value();
                low[k] = average.value() - average.minus();
                high[k] = average.value() + average.plus();
            }
        }
        Mark.Band band = new Mark.Band(Vector.of(low), Vector.of(high));
        return new Mark.Curve(Vector.of(x), Vector.of(middle), band, Style.of(0).withWidth(0.8), "average");
    }
}
