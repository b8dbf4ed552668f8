package org.penguinfit.measurements.yaml;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/**
 * Reads correlation and covariance matrices: n full rows, or the n rows of the upper triangle; for a correlation also one
 * number for all pairs. Arrays are row after row, shape [n·n].
 */
final class MatrixReader {
    /**
     * Relative to √(C_ii C_jj): elements of the two triangles that differ by less are the same number, written with the
     * nine digits that programs print at the least.
     */
    static final double SYMMETRY_TOLERANCE = 1e-9;

    private final Reading reading;

    MatrixReader(Reading reading) {
        this.reading = reading;
    }

    /** A correlation matrix with ones on its diagonal and |ρ| ≤ 1, or null after a diagnostic. */
    double @Nullable [] correlation(Node node, int n) {
        if (node instanceof ScalarNode) {
            return uniform(node, n);
        }
        double[] matrix = rows(node, n);
        if (matrix == null) {
            return null;
        }
        boolean good = true;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                good &= checkCorrelation(at(node, i, j, n), matrix[i * n + j], i == j);
            }
        }
        return good ? symmetric(node, matrix, n) : null;
    }

    /** A covariance matrix with a positive diagonal, or null after a diagnostic. */
    double @Nullable [] covariance(Node node, int n) {
        double[] matrix = rows(node, n);
        if (matrix == null) {
            return null;
        }
        boolean good = true;
        for (int i = 0; i < n; i++) {
            if (!(matrix[i * n + i] > 0)) {
                Node at = at(node, i, i, n);
                reading.error(at, "a variance must be > 0", at.describe(), "");
                good = false;
            }
        }
        return good ? symmetric(node, matrix, n) : null;
    }

    private double @Nullable [] uniform(Node node, int n) {
        Double rho = Fields.asNumber(node, reading.diagnostics());
        if (rho == null
                || !checkCorrelation(node, rho, false)
                || !reading.matrices().allows(node, n, reading)) {
            return null;
        }
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i * n + j] = i == j ? 1 : rho;
            }
        }
        return matrix;
    }

    private boolean checkCorrelation(Node at, double rho, boolean diagonal) {
        if (diagonal && rho != 1) {
            reading.error(at, "a correlation matrix must have 1 on its diagonal", at.describe(), "");
            return false;
        }
        if (Math.abs(rho) > 1) {
            reading.error(at, "a correlation must lie between -1 and 1", at.describe(), "");
            return false;
        }
        return true;
    }

    /** The elements as written, an upper triangle mirrored. */
    private double @Nullable [] rows(Node node, int n) {
        if (!(node instanceof ListNode list) || list.items().size() != n) {
            reading.error(node, "must have " + n + " rows, one per observable", node.describe(), "");
            return null;
        }
        if (!reading.matrices().allows(node, n, reading)) {
            return null;
        }
        int before = reading.diagnostics().errorCount();
        boolean triangle = isTriangle(list, n);
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            row(list.items().get(i), i, triangle, matrix, n);
        }
        return reading.diagnostics().errorCount() == before ? matrix : null;
    }

    private void row(Node node, int i, boolean triangle, double[] matrix, int n) {
        int skipped = triangle ? i : 0;
        List<Node> row = node instanceof ListNode list ? list.items() : List.of(node);
        if (row.size() != n - skipped) {
            reading.error(
                    node,
                    "row " + (i + 1) + " must have " + (n - skipped) + " numbers",
                    node.describe(),
                    "full rows, or the rows of the upper triangle");
            return;
        }
        for (int j = skipped; j < n; j++) {
            Double number = Fields.asNumber(row.get(j - skipped), reading.diagnostics());
            if (number != null) {
                matrix[i * n + j] = number;
                if (triangle) {
                    matrix[j * n + i] = number;
                }
            }
        }
    }

    /** The last row tells: it has one number in a triangle. */
    private static boolean isTriangle(ListNode list, int n) {
        Node last = list.items().get(n - 1);
        return n > 1
                && (last instanceof ScalarNode
                        || (last instanceof ListNode row && row.items().size() == 1));
    }

    /** The node of an element, for a message. */
    private static Node at(Node node, int i, int j, int n) {
        if (!(node instanceof ListNode list) || !(list.items().get(i) instanceof ListNode row)) {
            return node;
        }
        return row.items().get(row.items().size() == n ? j : j - i);
    }

    private double @Nullable [] symmetric(Node node, double[] matrix, int n) {
        boolean good = true;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double above = matrix[i * n + j];
                double below = matrix[j * n + i];
                double size = Math.sqrt(matrix[i * n + i] * matrix[j * n + j]);
                if (!(Math.abs(above - below) <= SYMMETRY_TOLERANCE * size)) {
                    reportLopsided(at(node, j, i, n), i, j, above);
                    good = reading.foreign();
                }
                matrix[j * n + i] = above;
            }
        }
        return good ? matrix : null;
    }

    private void reportLopsided(Node at, int i, int j, double above) {
        String rule = String.format(
                Locale.ROOT,
                "the matrix must be symmetric: row %d, column %d has %s",
                i + 1,
                j + 1,
                Double.toString(above));
        reading.doubt(at, rule, at.describe(), reading.foreign() ? "the upper triangle is used" : "");
    }
}
