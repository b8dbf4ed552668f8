package org.penguinfit.fits.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;

/** A part of a task's result that is not common to all tasks. Its key is its name in results.json. */
public sealed interface ResultBlock {
    /** Name in results.json, in camelCase; unique within the task. */
    String key();

    /** Heading for people, with the unit or the confidence level where there is one. */
    String title();

    /**
     * Named numbers and words.
     *
     * @param figures in order
     */
    record Figures(String key, String title, List<Figure> figures) implements ResultBlock {
        public Figures {
            figures = List.copyOf(figures);
        }
    }

    /**
     * One of them.
     *
     * @param key name in results.json, in camelCase
     * @param label words for people
     * @param number its value; NaN or infinite becomes null in results.json; null if it is a word
     * @param text the word; null if it is a number
     */
    record Figure(
            String key,
            String label,
            @Nullable Double number,
            @Nullable String text) {
        /** A number. */
        public static Figure of(String key, String label, double number) {
            return new Figure(key, label, number, null);
        }

        /** A word. */
        public static Figure of(String key, String label, String text) {
            return new Figure(key, label, null, text);
        }
    }

    /**
     * Rows of numbers and words.
     *
     * @param columns in order
     * @param rows one cell per column: a Double, a String, or null where there is nothing to say
     * @param shown whether people see it in the report: a scan of thousand points is for scripts and plots
     */
    record Table(String key, String title, List<Column> columns, List<List<@Nullable Object>> rows, boolean shown)
            implements ResultBlock {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (List<?> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            key + ": a row has " + row.size() + " cells for " + columns.size() + " columns");
                }
            }
        }
    }

    /**
     * A column.
     *
     * @param key name in results.json
     * @param label heading for people
     */
    record Column(String key, String label) {}

    /**
     * Curves in the plane of two parameters, by confidence level.
     *
     * @param x name of the first parameter
     * @param y name of the second
     * @param byLevel level as written → its curves
     */
    record Curves(String key, String title, String x, String y, Map<String, List<Curve>> byLevel)
            implements ResultBlock {}

    /**
     * A curve.
     *
     * @param x first coordinates of its points
     * @param y second coordinates, same length
     * @param closed whether the last point is joined to the first
     */
    record Curve(Vector x, Vector y, boolean closed) {}
}
