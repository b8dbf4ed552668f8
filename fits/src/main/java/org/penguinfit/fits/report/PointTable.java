package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.TaskResult;

/** Predictions at points beside what was measured, one row per observable and measurement. */
final class PointTable {
    private static final int PULL_DECIMALS = 2;

    /** The limit itself stands in the column beside. */
    private static final Pattern SIDE = Pattern.compile("^(\\w+ the \\w+).*");

    private final ResultBlock.Table predicted;
    private final Map<String, List<String>> measurements = new LinkedHashMap<>();
    private final Map<List<String>, String> published = new LinkedHashMap<>();
    private final Map<List<String>, String> comparisons = new LinkedHashMap<>();

    private PointTable(TaskResult task, ResultBlock.Table predicted) {
        this.predicted = predicted;
        for (List<@Nullable Object> row : task.rows("experiment")) {
            String observable = String.valueOf(row.get(0));
            String measurement = String.valueOf(row.get(1));
            measurements.computeIfAbsent(observable, o -> new ArrayList<>()).add(measurement);
            published.put(List.of(observable, measurement), String.valueOf(row.get(2)));
        }
        for (List<@Nullable Object> row : task.rows("comparison")) {
            comparisons.put(
                    List.of(String.valueOf(row.get(0)), String.valueOf(row.get(1)), String.valueOf(row.get(2))),
                    comparison(row));
        }
    }

    private static String comparison(List<@Nullable Object> row) {
        if (row.get(3) instanceof Double pull) {
            return PdgRounding.fixed(pull, PULL_DECIMALS) + "σ";
        }
        return row.get(4) instanceof String verdict ? SIDE.matcher(verdict).replaceFirst("$1") : "";
    }

    /** Whether a task has more to say than one prediction per observable. */
    static boolean isNeeded(TaskResult task) {
        return task.table("predicted")
                        .filter(table -> table.columns().size() > 4)
                        .isPresent()
                || task.table("comparison").isPresent();
    }

    static TextTable of(TaskResult task) {
        return new PointTable(task, task.table("predicted").orElseThrow()).text();
    }

    private List<String> points() {
        List<String> points = new ArrayList<>();
        for (int c = 2; c < predicted.columns().size(); c += 2) {
            Column column = predicted.columns().get(c);
            points.add(column.label());
        }
        return points;
    }

    private TextTable text() {
        List<String> points = points();
        List<String> heading = new ArrayList<>(List.of("observable", "unit"));
        heading.addAll(points);
        if (!measurements.isEmpty()) {
            heading.add("experiment");
            points.forEach(point -> heading.add(points.size() == 1 ? "pull" : "pull of " + point));
        }
        TextTable table = new TextTable(heading.toArray(new String[0])).captioned("Predictions");
        for (List<@Nullable Object> row : predicted.rows()) {
            String observable = String.valueOf(row.get(0));
            List<String> measured = measurements.getOrDefault(observable, List.of());
            for (int m = 0; m < Math.max(1, measured.size()); m++) {
                List<String> cells = new ArrayList<>();
                addPredictions(row, m == 0, cells);
                if (!measurements.isEmpty()) {
                    addMeasured(observable, m < measured.size() ? measured.get(m) : "", points, cells);
                }
                table.row(cells);
            }
        }
        return table;
    }

    private void addPredictions(List<@Nullable Object> row, boolean first, List<String> cells) {
        cells.add(first ? String.valueOf(row.get(0)) : "");
        cells.add(first ? String.valueOf(row.get(1)) : "");
        for (int c = 2; c < row.size(); c += 2) {
            double value = row.get(c) instanceof Double number ? number : Double.NaN;
            Double sigma = row.get(c + 1) instanceof Double number ? number : null;
            double shown = Noise.among(value, Noise.largest(predicted.rows(), c));
            cells.add(first ? PredictionTables.value(shown, sigma) : "");
        }
    }

    private void addMeasured(String observable, String measurement, List<String> points, List<String> cells) {
        cells.add(published.getOrDefault(List.of(observable, measurement), ""));
        for (String point : points) {
            cells.add(comparisons.getOrDefault(List.of(observable, measurement, point), ""));
        }
    }
}
