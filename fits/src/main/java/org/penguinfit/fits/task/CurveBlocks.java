package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.TaskResult.PredictionFound;

/** The tables of a curve. */
final class CurveBlocks {
    /** Numbers of an observable at a drawn point before the ends of its levels: median and σ. */
    private static final int MOMENTS = 2;

    private final String x;
    private final List<String> observables;
    private final List<Level> levels;

    CurveBlocks(String x, List<String> observables, List<Level> levels) {
        this.x = x;
        this.observables = observables;
        this.levels = levels;
    }

    /** Every point of every observable, with the ends of its bands. */
    ResultBlock curve(
            IntToDoubleFunction at, List<Map<String, PredictionFound>> linear, Optional<List<Optional<Vector>>> drawn) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("x", x),
                new Column("observable", "observable"),
                new Column("value", "value"),
                new Column("sigma", "σ")));
        addLevels(columns, "");
        if (drawn.isPresent()) {
            columns.add(new Column("median MC", "median MC"));
            columns.add(new Column("sigma MC", "σ MC"));
            addLevels(columns, " MC");
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < observables.size(); k++) {
            for (int i = 0; i < linear.size(); i++) {
                List<@Nullable Object> row = row(at.applyAsDouble(i), k, linear.get(i));
                if (drawn.isPresent()) {
                    addDrawn(row, drawn.get().get(i), k);
                }
                rows.add(row);
            }
        }
        return new ResultBlock.Table("curve", "Curve", columns, rows, false);
    }

    private void addLevels(List<Column> columns, String method) {
        for (Level level : levels) {
            for (String end : List.of("lower ", "upper ")) {
                columns.add(new Column(end + level.label() + method, end + level.label() + method));
            }
        }
    }

    private List<@Nullable Object> row(double at, int k, Map<String, PredictionFound> found) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(at);
        addValue(row, k, found);
        PredictionFound prediction = prediction(k, found);
        Double sigma = prediction.uncertainty();
        for (Level level : levels) {
            double reach = level.level().sigmas();
            row.add(sigma == null ? null : Double.valueOf(prediction.value() - reach * sigma));
            row.add(sigma == null ? null : Double.valueOf(prediction.value() + reach * sigma));
        }
        return row;
    }

    private void addValue(List<@Nullable Object> row, int k, Map<String, PredictionFound> found) {
        PredictionFound prediction = prediction(k, found);
        row.add(observables.get(k));
        row.add(prediction.value());
        row.add(prediction.uncertainty());
    }

    private PredictionFound prediction(int k, Map<String, PredictionFound> found) {
        PredictionFound prediction = found.get(observables.get(k));
        if (prediction == null) {
            throw new IllegalStateException("no prediction of " + observables.get(k));
        }
        return prediction;
    }

    private void addDrawn(List<@Nullable Object> row, Optional<Vector> numbers, int k) {
        int width = MOMENTS + 2 * levels.size();
        for (int j = 0; j < width; j++) {
            int at = k * width + j;
            row.add(numbers.map(found -> found.get(at)).orElse(null));
        }
    }

    /** A handful of points with the budget by source, for people. */
    ResultBlock points(IntToDoubleFunction at, List<Map<String, PredictionFound>> linear) {
        return new CurvePoints(x, observables, linear).table(at);
    }

    /** At the Standard Model point. */
    ResultBlock standard(Map<String, PredictionFound> found) {
        List<Column> columns = List.of(
                new Column("observable", "Standard Model"), new Column("value", "value"), new Column("sigma", "σ"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < observables.size(); k++) {
            List<@Nullable Object> row = new ArrayList<>();
            addValue(row, k, found);
            rows.add(row);
        }
        return new ResultBlock.Table("standard", "Standard Model", columns, rows, true);
    }
}
