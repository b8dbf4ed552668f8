package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Style;
import org.penguinfit.fits.plot.Tex;
import org.penguinfit.fits.plot.build.PredictionsPicture.Entry;
import org.penguinfit.fits.plot.build.PredictionsPicture.Group;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;

/** Pictures of tasks of type {@code predict}: each observable at each point, and measured, over its value at the first point. */
final class PredictionsPlots {
    private static final String VALUE = "value ";
    private static final String EXPERIMENT = "experiment";

    private final Labels labels;
    private final TaskResult task;
    private final List<String> points = new ArrayList<>();

    PredictionsPlots(Labels labels, TaskResult task) {
        this.labels = labels;
        this.task = task;
        for (ResultBlock block : task.blocks()) {
            if (block instanceof ResultBlock.Table table && table.key().equals("predicted")) {
                table.columns().stream()
                        .filter(column -> column.key().startsWith(VALUE))
                        .forEach(column -> points.add(column.key().substring(VALUE.length())));
            }
        }
    }

    /**
     * One picture, if there is something to compare. Observables that are 0 at the first point are left out.
     *
     * @param wanted observables shown; empty: all
     */
    Map<String, Figure> of(List<String> wanted) {
        Rows predicted = Rows.of(task, "predicted");
        List<Group> groups = new ArrayList<>();
        for (List<@Nullable Object> row : predicted.all()) {
            String observable = predicted.word(row, "observable");
            if (wanted.isEmpty() || wanted.contains(observable)) {
                group(observable, predicted, row).ifPresent(groups::add);
            }
        }
        Map<String, Figure> figures = TaskPictures.none();
        if (groups.stream().anyMatch(group -> group.entries().size() > 1)) {
            figures.put("", PredictionsPicture.of(groups, Tex.text(points.get(0))));
        }
        return figures;
    }

    private Optional<Group> group(String observable, Rows predicted, List<@Nullable Object> row) {
        double reference = predicted.number(row, VALUE + points.get(0));
        if (!Double.isFinite(reference) || reference == 0) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double value = predicted.number(row, VALUE + points.get(i));
            double sigma = predicted.number(row, "sigma " + points.get(i));
            if (Double.isFinite(value)) {
                double reach = Double.isNaN(sigma) ? 0 : sigma;
                String text = NumberTex.of(value, reach, reach);
                entries.add(entry(
                        Tex.text(points.get(i)), Style.of(i), value, value - reach, value + reach, reference, text));
            }
        }
        addMeasured(observable, reference, entries);
        return entries.isEmpty() ? Optional.empty() : Optional.of(new Group(labels.observable(observable), entries));
    }

    private void addMeasured(String observable, double reference, List<Entry> entries) {
        Rows measured = Rows.of(task, "experiment");
        Style style = Style.BLACK.with(Style.Marker.SQUARE);
        for (List<@Nullable Object> row : measured.all()) {
            if (!observable.equals(measured.word(row, "observable"))) {
                continue;
            }
            double value = measured.number(row, "value");
            double limit = measured.number(row, "limit");
            double low = measured.number(row, "lower");
            double high = measured.number(row, "upper");
            if (Double.isFinite(limit)) {
                double level = measured.number(row, "level");
                String at = Double.isNaN(level) ? "" : ", " + Tex.level(Double.toString(level));
                String text = "$<" + Tex.number(limit) + "$" + at;
                entries.add(entry("limit", style, null, Double.NEGATIVE_INFINITY, limit, reference, text));
            } else if (Double.isFinite(low) && Double.isFinite(high)) {
                Double centre = Double.isFinite(value) ? value : null;
                String text = centre == null
                        ? "$" + Tex.number(low) + "$ to $" + Tex.number(high) + "$"
                        : NumberTex.of(value, value - low, high - value);
                entries.add(entry(EXPERIMENT, style, centre, low, high, reference, text));
            }
        }
    }

    private static Entry entry(
            String series,
            Style style,
            @Nullable Double value,
            double low,
            double high,
            double reference,
            String text) {
        double a = low / reference;
        double b = high / reference;
        return new Entry(series, style, value == null ? null : value / reference, Math.min(a, b), Math.max(a, b), text);
    }
}
