package org.penguinfit.measurements.exchange.hepdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Cell;

/** A matrix in long form: two independent columns that name rows of another table, one dependent column with the elements. */
final class HepMatrix {
    private final HepTable table;
    private final Diagnostics diagnostics;

    HepMatrix(HepTable table, Diagnostics diagnostics) {
        this.table = table;
        this.diagnostics = diagnostics;
    }

    /** True if its elements are covariances, by the title of its column. */
    boolean isCovariance() {
        return table.dependent().get(0).header().toLowerCase(Locale.ROOT).contains("covariance");
    }

    /**
     * The elements for some rows of a table of {@code size} rows; either triangle will do, the diagonal of a correlation too may be
     * missing.
     *
     * @return shape [n·n], or null after a diagnostic
     */
    double @Nullable [] elements(int size, List<Integer> rows) {
        if (table.independent().size() != 2 || table.dependent().isEmpty()) {
            report("a matrix must have two independent columns and one dependent one", "");
            return null;
        }
        List<String> keys = keys();
        if (keys.size() != size) {
            report("the matrix must have " + size + " rows, as its table has", "" + keys.size());
            return null;
        }
        double[] all = filled(keys, size);
        return all == null ? null : chosen(all, size, rows);
    }

    /** Both columns name the rows in the order of the table that the matrix belongs to. */
    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (int column = 0; column < 2; column++) {
            for (Cell cell : table.independent().get(column).cells()) {
                if (!keys.contains(key(cell))) {
                    keys.add(key(cell));
                }
            }
        }
        return keys;
    }

    private static String key(Cell cell) {
        return cell.isBin() ? cell.low().getAsDouble() + ":" + cell.high().getAsDouble() : cell.text();
    }

    private double @Nullable [] filled(List<String> keys, int n) {
        double[] matrix = new double[n * n];
        Arrays.fill(matrix, Double.NaN);
        for (int k = 0; k < table.rows(); k++) {
            int i = keys.indexOf(key(table.independent().get(0).cells().get(k)));
            int j = keys.indexOf(key(table.independent().get(1).cells().get(k)));
            String text = table.dependent().get(0).points().get(k).value();
            OptionalDouble element = PointReader.number(text);
            double other = matrix[j * n + i];
            if (element.isEmpty()) {
                report("an element must be a number", "'" + text + "'");
                return null;
            }
            if (i != j && !Double.isNaN(other) && other != element.getAsDouble()) {
                report("the matrix must be symmetric", other + " and " + text);
                return null;
            }
            matrix[i * n + j] = element.getAsDouble();
            matrix[j * n + i] = element.getAsDouble();
        }
        for (int i = 0; i < n; i++) {
            matrix[i * n + i] = Double.isNaN(matrix[i * n + i]) && !isCovariance() ? 1 : matrix[i * n + i];
        }
        return matrix;
    }

    private double @Nullable [] chosen(double[] all, int size, List<Integer> rows) {
        int n = rows.size();
        double[] matrix = new double[n * n];
        for (int k = 0; k < n * n; k++) {
            matrix[k] = all[rows.get(k / n) * size + rows.get(k % n)];
            if (Double.isNaN(matrix[k])) {
                report("the matrix lacks an element", "none for rows " + (k / n + 1) + " and " + (k % n + 1));
                return null;
            }
            boolean diagonal = k / n == k % n;
            if (!isCovariance() && (Math.abs(matrix[k]) > 1 || (diagonal && matrix[k] != 1))) {
                report(
                        diagonal
                                ? "a correlation matrix must have 1 on its diagonal"
                                : "a correlation must lie between -1 and 1",
                        "" + matrix[k]);
                return null;
            }
        }
        return matrix;
    }

    private void report(String rule, String found) {
        diagnostics.error(table.location(), table.name(), rule, found, "");
    }
}
