package org.penguinfit.fits.task;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;

/** A user's fit of x and y (n: a nuisance parameter) to observables A and B, and the tables of its result. */
final class PlaneFit {
    private PlaneFit() {}

    /**
     * The task of a fit.
     *
     * @param observables lines of the theory file, such as {@code A: x + y}
     * @param values of A and B, such as {@code A: 3 ± 1}
     * @param parameters of the fit, such as {@code x: {range: "-10:10"}}
     */
    static TaskResult run(Path folder, String observables, String values, String parameters, String task) {
        return new FitFolder(folder)
                .write(
                        "theory.yaml",
                        "schema: theory/1\nparameters: {x: {}, y: {}, n: {}}\nobservables: {" + observables + "}\n")
                .write("data.yaml", "\"@metadata@\": {schema: measurements/1}\nM: {values: {" + values + "}}\n")
                .write("fit.yaml", """
                        schema: fit/1
                        title: t
                        theory: [theory.yaml]
                        measurements: {files: [data.yaml], include: [M]}
                        parameters: {PARAMETERS}
                        tasks: {t: TASK}
                        """.replace("PARAMETERS", parameters).replace("TASK", task))
                .task();
    }

    static <B extends ResultBlock> B block(TaskResult task, Class<B> type, String key) {
        return task.blocks().stream()
                .filter(b -> b.key().equals(key))
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no block " + key + " among "
                        + task.blocks().stream().map(ResultBlock::key).toList()));
    }

    static ResultBlock.Table table(TaskResult task, String key) {
        return block(task, ResultBlock.Table.class, key);
    }

    /** The cell of a row in the column of this key. */
    static @Nullable Object cell(ResultBlock.Table table, int row, String column) {
        List<String> keys =
                table.columns().stream().map(ResultBlock.Column::key).toList();
        if (!keys.contains(column)) {
            throw new AssertionError("no column " + column + " among " + keys);
        }
        return table.rows().get(row).get(keys.indexOf(column));
    }

    static double number(ResultBlock.Table table, int row, String column) {
        if (cell(table, row, column) instanceof Double number) {
            return number;
        }
        throw new AssertionError("no number in row " + row + ", column " + column + ": " + cell(table, row, column));
    }
}
