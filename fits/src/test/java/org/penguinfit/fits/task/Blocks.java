package org.penguinfit.fits.task;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;

/** Looks into the blocks of a result by key; what is not there fails. */
public final class Blocks {
    private Blocks() {}

    private static ResultBlock block(TaskResult result, String key) {
        return result.blocks().stream()
                .filter(block -> block.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no block " + key));
    }

    public static double figure(TaskResult result, String block, String key) {
        return ((ResultBlock.Figures) block(result, block))
                .figures().stream()
                        .filter(figure -> figure.key().equals(key))
                        .map(figure -> Objects.requireNonNull(figure.number()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no figure " + key + " in " + block));
    }

    /** The rows of a table, none if there is no such table. */
    public static List<List<@Nullable Object>> rowsIfAny(TaskResult result, String block) {
        boolean there = result.blocks().stream().anyMatch(b -> b.key().equals(block));
        return there ? rows(result, block) : List.of();
    }

    public static List<List<@Nullable Object>> rows(TaskResult result, String block) {
        return ((ResultBlock.Table) block(result, block)).rows();
    }

    /** The cell of a row, found by the texts of its first cells. */
    public static @Nullable Object cell(TaskResult result, String block, String column, String... first) {
        ResultBlock.Table table = (ResultBlock.Table) block(result, block);
        int at = table.columns().stream().map(ResultBlock.Column::key).toList().indexOf(column);
        return table.rows().stream()
                .filter(row -> row.subList(0, first.length).equals(List.of(first)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + List.of(first) + " in " + block))
                .get(at);
    }

    public static double number(TaskResult result, String block, String column, String... first) {
        return (Double) Objects.requireNonNull(cell(result, block, column, first));
    }
}
