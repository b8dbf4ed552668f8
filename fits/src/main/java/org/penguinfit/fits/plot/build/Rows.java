package org.penguinfit.fits.plot.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;

/** The tables of a task's result, by their keys. */
final class Rows {
    private static final ResultBlock.Table NONE = new ResultBlock.Table("", "", List.of(), List.of(), false);

    private final ResultBlock.Table table;

    private Rows(ResultBlock.Table table) {
        this.table = table;
    }

    /** The table with this key; without rows if the task has none. */
    static Rows of(TaskResult task, String key) {
        for (ResultBlock block : task.blocks()) {
            if (block instanceof ResultBlock.Table found && found.key().equals(key)) {
                return new Rows(found);
            }
        }
        return new Rows(NONE);
    }

    List<List<@Nullable Object>> all() {
        return table.rows();
    }

    /** The index of a column; −1 if there is none. */
    int column(String key) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** The number in a row; NaN if there is none. */
    double number(List<@Nullable Object> row, String column) {
        int index = column(column);
        return index >= 0 && row.get(index) instanceof Double number ? number : Double.NaN;
    }

    /** The word in a row; empty if there is none. */
    String word(List<@Nullable Object> row, String column) {
        int index = column(column);
        return index >= 0 && row.get(index) instanceof String word ? word : "";
    }

    static Vector vector(List<Double> values) {
        return Vector.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
