package org.penguinfit.fits.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.fits.result.TaskResult.PredictionFound;

/**
 * A number that a task computed, found by the name under which a paper's number is compared with it.
 *
 * @param value the number
 * @param sigma its uncertainty; null if it has none
 */
record ComputedValue(double value, @Nullable Double sigma) {
    /** Of a prediction, an extreme of a scan, or a parameter at the best minimum. */
    static Optional<ComputedValue> of(TaskResult task, String name) {
        PredictionFound prediction = task.predictions().get(name);
        if (prediction != null) {
            return Optional.of(new ComputedValue(prediction.value(), prediction.uncertainty()));
        }
        return extreme(task, name).or(() -> atMinimum(task, name));
    }

    private static Optional<ComputedValue> atMinimum(TaskResult task, String name) {
        for (MinimumFound minimum : task.minima()) {
            Double value = minimum.parameters().get(name);
            if (value != null && (minimum.varied() == null || minimum.varied().equals(name))) {
                return Optional.of(
                        new ComputedValue(value, minimum.uncertainties().get(name)));
            }
        }
        return Optional.empty();
    }

    private static Optional<ComputedValue> extreme(TaskResult task, String name) {
        for (List<@Nullable Object> row : task.rows(Extremes.KEY)) {
            if (name.equals(row.get(1) + " " + row.get(0)) && row.get(2) instanceof Double value) {
                return Optional.of(new ComputedValue(value, null));
            }
        }
        return Optional.empty();
    }

    /** The set of a parameter, at the first level or the one that the name tells. */
    static Optional<IntervalSet> set(TaskResult task, String name) {
        for (Map.Entry<String, Map<String, IntervalSet>> entry :
                task.intervals().entrySet()) {
            for (Map.Entry<String, IntervalSet> level : entry.getValue().entrySet()) {
                if (name.equals(entry.getKey()) || name.equals(entry.getKey() + " at " + level.getKey())) {
                    return Optional.of(level.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
