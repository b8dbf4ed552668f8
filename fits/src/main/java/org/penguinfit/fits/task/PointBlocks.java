package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.TaskResult.PredictionFound;

/** Predictions at points, and how they compare with measurements, as blocks of a result. */
final class PointBlocks {
    private static final List<Column> COMPARISON = List.of(
            new Column("observable", "observable"),
            new Column("measurement", "measurement"),
            new Column("point", "point"),
            new Column("pull", "pull"),
            new Column("verdict", "verdict"));

    private PointBlocks() {}

    /** One row per observable: its value and uncertainty at each point. */
    static ResultBlock predicted(Map<String, Map<String, PredictionFound>> found) {
        List<Column> columns =
                new ArrayList<>(List.of(new Column("observable", "observable"), new Column("unit", "unit")));
        for (String point : found.keySet()) {
            columns.add(new Column("value " + point, point));
            columns.add(new Column("sigma " + point, "σ"));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (String observable : found.values().iterator().next().keySet()) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(observable);
            for (Map<String, PredictionFound> predictions : found.values()) {
                PredictionFound prediction = predictions.get(observable);
                if (prediction != null) {
                    if (row.size() == 1) {
                        row.add(prediction.unit());
                    }
                    row.add(prediction.value());
                    row.add(prediction.uncertainty());
                }
            }
            rows.add(row);
        }
        return new ResultBlock.Table("predicted", "Predictions", columns, rows, false);
    }

    /** One row per measurement and point: a pull, or words where a limit or a range is measured. */
    static ResultBlock comparison(Map<String, Map<String, PredictionFound>> found, List<MeasuredValue> measured) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (MeasuredValue value : measured) {
            found.forEach((point, predictions) -> {
                PredictionFound prediction = predictions.get(value.observable());
                if (prediction != null) {
                    rows.add(Arrays.asList(
                            value.observable(),
                            value.measurement(),
                            point,
                            value.pull(prediction),
                            value.verdict(prediction)));
                }
            });
        }
        return new ResultBlock.Table("comparison", "Comparison", COMPARISON, rows, false);
    }
}
