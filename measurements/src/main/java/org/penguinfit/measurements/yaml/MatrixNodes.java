package org.penguinfit.measurements.yaml;

import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Node;

/** Reads and checks the matrices of foreign files as strictly as those of our own; arrays are row after row, shape [n·n]. */
public final class MatrixNodes {
    private MatrixNodes() {}

    /** A correlation matrix, full or its upper triangle, or one number for all pairs; null after a diagnostic. */
    public static double @Nullable [] correlation(Node node, int n, Diagnostics diagnostics) {
        return new MatrixReader(new Reading(diagnostics, false)).correlation(node, n);
    }

    /** A covariance matrix, full or its upper triangle; null after a diagnostic. */
    public static double @Nullable [] covariance(Node node, int n, Diagnostics diagnostics) {
        return new MatrixReader(new Reading(diagnostics, false)).covariance(node, n);
    }

    /** False after a diagnostic that names the smallest eigenvalue of the correlation matrix. */
    public static boolean isPositiveDefinite(Node at, double[] covariance, int n, Diagnostics diagnostics) {
        return PositiveDefinite.check(at, covariance, n, new Reading(diagnostics, false));
    }
}
