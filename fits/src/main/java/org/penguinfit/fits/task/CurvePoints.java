package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.TaskResult.PredictionFound;

/** A handful of points of a curve with the sources of uncertainty that matter, for people. */
final class CurvePoints {
    /** Steps between the rows, the first that divides the curve: seven rows if possible, or about so many. */
    private static final List<Integer> STEPS = List.of(6, 8, 5, 7, 4, 9, 10);

    /** With more sources than this, the largest stand alone and all others together. */
    private static final int MOST_SOURCES = 6;

    private final String x;
    private final List<String> observables;
    private final List<Map<String, PredictionFound>> curve;
    private final List<Integer> shown = new ArrayList<>();
    private final List<String> sources;
    private final boolean othersTogether;

    CurvePoints(String x, List<String> observables, List<Map<String, PredictionFound>> curve) {
        this.x = x;
        this.observables = observables;
        this.curve = curve;
        int last = curve.size() - 1;
        int steps = STEPS.stream().filter(s -> last % s == 0).findFirst().orElse(Math.min(STEPS.get(0), last));
        for (int i = 0; i <= steps; i++) {
            shown.add(Math.round((float) i * last / steps));
        }
        Map<String, Double> importance = importance();
        this.othersTogether = importance.size() > MOST_SOURCES;
        this.sources = othersTogether
                ? importance.entrySet().stream()
                        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                        .limit(MOST_SOURCES - 1)
                        .map(Map.Entry::getKey)
                        .toList()
                : List.copyOf(importance.keySet());
    }

    /** Source → the largest part of σ that it has anywhere in the table. */
    private Map<String, Double> importance() {
        Map<String, Double> importance = new TreeMap<>();
        for (int i : shown) {
            for (PredictionFound prediction : curve.get(i).values()) {
                double sigma = prediction.uncertainty() == null ? 0 : prediction.uncertainty();
                prediction
                        .budget()
                        .forEach((source, part) -> importance.merge(source, sigma > 0 ? part / sigma : 0, Math::max));
            }
        }
        return importance;
    }

    ResultBlock table(IntToDoubleFunction at) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("observable", "observable"),
                new Column("x", x),
                new Column("value", "value"),
                new Column("sigma", "σ")));
        sources.forEach(source -> columns.add(new Column("from " + source, "from " + source)));
        if (othersTogether) {
            columns.add(new Column("from all others", "from all others"));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (String observable : observables) {
            for (int i : shown) {
                Optional.ofNullable(curve.get(i).get(observable))
                        .ifPresent(prediction -> rows.add(row(observable, at.applyAsDouble(i), prediction)));
            }
        }
        return new ResultBlock.Table("points", "Points", columns, rows, true);
    }

    private List<@Nullable Object> row(String observable, double at, PredictionFound prediction) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(observable);
        row.add(at);
        row.add(prediction.value());
        row.add(prediction.uncertainty());
        Map<String, Double> left = new LinkedHashMap<>(prediction.budget());
        for (String source : sources) {
            row.add(left.remove(source));
        }
        if (othersTogether) {
            row.add(Math.sqrt(
                    left.values().stream().mapToDouble(part -> part * part).sum()));
        }
        return row;
    }
}
