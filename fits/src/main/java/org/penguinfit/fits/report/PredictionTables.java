package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.PredictionFound;

/** Predictions as tables for people, with what each source of uncertainty contributes. */
final class PredictionTables {
    /** With more sources than this the budget is a table of its own. */
    private static final int MOST_COLUMNS = 4;

    /** A source that contributes less than this part of σ is not shown; results.json has them all. */
    private static final double SMALL = 0.03;

    private PredictionTables() {}

    static List<TextTable> of(Map<String, PredictionFound> predictions) {
        TreeSet<String> sources = new TreeSet<>();
        for (PredictionFound prediction : predictions.values()) {
            sources.addAll(prediction.budget().keySet());
        }
        if (sources.size() <= MOST_COLUMNS) {
            return List.of(values(predictions, List.copyOf(sources)));
        }
        return List.of(values(predictions, List.of()), budget(predictions));
    }

    /** Of a task that has them at several points or compares them: one row per observable, one column per point. */
    static List<TextTable> ofPoints(TaskResult task) {
        List<TextTable> tables = new ArrayList<>(List.of(PointTable.of(task)));
        if (task.predictions().values().stream().anyMatch(p -> p.budget().size() > 0)) {
            tables.add(budget(task.predictions()));
        }
        return tables;
    }

    private static TextTable values(Map<String, PredictionFound> predictions, List<String> sources) {
        List<String> heading = new ArrayList<>(List.of("observable", "prediction", "unit"));
        for (String source : sources) {
            heading.add("from " + source);
        }
        TextTable table = new TextTable(heading.toArray(new String[0])).captioned("Predictions");
        double largest = largest(predictions);
        predictions.forEach((name, prediction) -> {
            double value = Noise.among(prediction.value(), largest);
            List<String> cells =
                    new ArrayList<>(List.of(name, value(value, prediction.uncertainty()), prediction.unit()));
            for (String source : sources) {
                Double part = prediction.budget().get(source);
                cells.add(part == null ? "" : PdgRounding.plain(part, 2));
            }
            table.row(cells);
        });
        return table;
    }

    /** The largest finite magnitude; 0 if there is none. */
    static double largest(Map<String, PredictionFound> predictions) {
        return predictions.values().stream()
                .mapToDouble(prediction -> Math.abs(prediction.value()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    /** With its uncertainty, if it has one. */
    static String value(double value, @Nullable Double sigma) {
        return sigma == null ? PdgRounding.plain(value, 6) : PdgRounding.withUncertainty(value, sigma);
    }

    /** One line per source that matters, the largest first. */
    private static TextTable budget(Map<String, PredictionFound> predictions) {
        TextTable table = new TextTable("observable", "source", "uncertainty from it")
                .captioned("Where the uncertainties of predictions come from");
        predictions.forEach((name, prediction) -> {
            Double sigma = prediction.uncertainty();
            List<Map.Entry<String, Double>> parts =
                    new ArrayList<>(prediction.budget().entrySet());
            parts.removeIf(part -> sigma == null || !(part.getValue() > SMALL * sigma));
            parts.sort(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()));
            for (Map.Entry<String, Double> part : parts) {
                table.row(List.of(name, part.getKey(), PdgRounding.plain(part.getValue(), 2)));
            }
        });
        return table;
    }
}
