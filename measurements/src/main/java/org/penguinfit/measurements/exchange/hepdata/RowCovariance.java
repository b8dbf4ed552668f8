package org.penguinfit.measurements.exchange.hepdata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.exchange.hepdata.HepTable.PointError;

/**
 * Covariance of rows: C_ij = Σ_label ρ_ij s_i s_j σ_i σ_j with σ² = σ₊σ₋ and s the sign of the upward variation. ρ comes from a matrix if
 * one is given for the label, or is 1 for a label that starts with {@code sys} if systematic errors are correlated, or else 0 between
 * different rows. A matrix for {@code total} replaces all that.
 */
final class RowCovariance {
    private static final String TOTAL = "total";

    private final HepSelection selection;
    private final Map<String, HepTable> matrices;
    private final int size;
    private final Diagnostics diagnostics;

    /**
     * @param matrices label of an error, or {@code total} → the table of its matrix
     * @param size number of rows of the table
     */
    RowCovariance(HepSelection selection, Map<String, HepTable> matrices, int size, Diagnostics diagnostics) {
        this.selection = selection;
        this.matrices = matrices;
        this.size = size;
        this.diagnostics = diagnostics;
    }

    /** Shape [n·n], or null after a diagnostic. */
    double @Nullable [] of(List<MeasuredRow> rows) {
        List<Integer> indices = rows.stream().map(MeasuredRow::row).toList();
        HepTable total = matrices.get(TOTAL);
        if (total != null) {
            return ofTotal(new HepMatrix(total, diagnostics), rows, indices);
        }
        Set<String> labels = labels(rows);
        double[] covariance = new double[rows.size() * rows.size()];
        for (String label : labels) {
            HepTable table = matrices.get(label);
            HepMatrix matrix = table == null ? null : new HepMatrix(table, diagnostics);
            double[] rho = matrix == null ? null : matrix.elements(size, indices);
            if (matrix != null && rho == null) {
                return null;
            }
            boolean covarianceGiven = matrix != null && matrix.isCovariance();
            add(label, rows, rho, covarianceGiven, covariance);
        }
        return covariance;
    }

    private double @Nullable [] ofTotal(HepMatrix matrix, List<MeasuredRow> rows, List<Integer> indices) {
        double[] elements = matrix.elements(size, indices);
        if (elements == null || matrix.isCovariance()) {
            return elements;
        }
        int n = rows.size();
        for (int k = 0; k < n * n; k++) {
            elements[k] *= Math.sqrt(variance(rows.get(k / n), null)) * Math.sqrt(variance(rows.get(k % n), null));
        }
        return elements;
    }

    private void add(
            String label, List<MeasuredRow> rows, double @Nullable [] rho, boolean given, double[] covariance) {
        int n = rows.size();
        boolean together = selection.systematicsCorrelated() && isSystematic(label);
        for (int k = 0; k < n * n; k++) {
            MeasuredRow a = rows.get(k / n);
            MeasuredRow b = rows.get(k % n);
            boolean diagonal = k / n == k % n;
            double factor = rho != null ? rho[k] : diagonal || together ? 1 : 0;
            double sign = rho != null || diagonal ? 1 : sign(a, label) * sign(b, label);
            double sizes =
                    diagonal ? variance(a, label) : Math.sqrt(variance(a, label)) * Math.sqrt(variance(b, label));
            covariance[k] += given ? factor : factor * sign * sizes;
        }
    }

    static boolean isSystematic(String label) {
        return label.toLowerCase(Locale.ROOT).startsWith("sys");
    }

    private static Set<String> labels(List<MeasuredRow> rows) {
        Set<String> labels = new LinkedHashSet<>();
        for (MeasuredRow row : rows) {
            row.errors().forEach(error -> labels.add(error.label()));
        }
        return labels;
    }

    /** Of one label, or of all if it is null; one-sided sources count with half of their one side. */
    private static double variance(MeasuredRow row, @Nullable String label) {
        List<PointError> errors = new ArrayList<>(row.errors());
        errors.removeIf(error -> label != null && !error.label().equals(label));
        double variance = 0;
        for (PointError error : errors) {
            double half = (error.upper() + error.lower()) / 2;
            variance += error.isOneSided() ? half * half : error.variance();
        }
        return variance;
    }

    private static int sign(MeasuredRow row, String label) {
        for (PointError error : row.errors()) {
            if (error.label().equals(label)) {
                return error.sign();
            }
        }
        return 1;
    }
}
