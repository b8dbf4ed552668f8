package org.penguinfit.measurements.exchange.eos;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostic.Severity;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.Node;

/**
 * A {@code response} matrix R: the constraint is on R times the observables. With r = m − R p, rᵀC⁻¹r is a constant plus a Gaussian
 * in p of covariance (RᵀC⁻¹R)⁻¹ about (RᵀC⁻¹R)⁻¹RᵀC⁻¹m, provided that R has full column rank.
 */
final class EosResponse {
    /** Condition number above which R counts as rank deficient: what is left of 16 digits is no published number. */
    private static final double LARGEST_CONDITION = 1e10;

    /** The Gaussian in the observables. */
    @SuppressWarnings("ArrayRecordComponent") // lives only while one entry is read
    record Solved(double[] means, double[] covariance) {}

    private final Diagnostics diagnostics;

    EosResponse(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The matrix, m rows and n columns, or null after a diagnostic. */
    double @Nullable [] rows(Node node, int m, int n) {
        if (!(node instanceof ListNode list) || list.items().size() != m) {
            diagnostics.error(node, "must have " + m + " rows, one per mean", node.describe(), "");
            return null;
        }
        double[] matrix = new double[m * n];
        boolean good = true;
        for (int i = 0; i < m; i++) {
            Node row = list.items().get(i);
            if (!(row instanceof ListNode numbers) || numbers.items().size() != n) {
                diagnostics.error(row, "must have " + n + " numbers, one per observable", row.describe(), "");
                good = false;
                continue;
            }
            for (int j = 0; j < n; j++) {
                Double number = Fields.asNumber(numbers.items().get(j), diagnostics);
                good &= number != null;
                matrix[i * n + j] = number == null ? 0 : number;
            }
        }
        if (good && solve(new double[m], identity(m), matrix, m, n) == null) {
            diagnostics.report(
                    Severity.UNSUPPORTED,
                    node.location(),
                    node.path(),
                    "a response that does not determine its observables",
                    m + " rows for " + n + " observables",
                    "");
            return null;
        }
        return good ? matrix : null;
    }

    private static double[] identity(int m) {
        return CommonOps_DDRM.identity(m).getData();
    }

    /** The Gaussian in the observables, or null if R has not full column rank. */
    static @Nullable Solved solve(double[] means, double[] covariance, double[] response, int m, int n) {
        if (m < n) {
            return null;
        }
        DMatrixRMaj r = new DMatrixRMaj(m, n, true, response.clone());
        DMatrixRMaj weighted = new DMatrixRMaj(m, n);
        LinearSolverDense<DMatrixRMaj> cholesky = LinearSolverFactory_DDRM.chol(m);
        if (!cholesky.setA(new DMatrixRMaj(m, m, true, covariance.clone()))) {
            return null;
        }
        cholesky.solve(r, weighted);
        DMatrixRMaj information = new DMatrixRMaj(n, n);
        CommonOps_DDRM.multTransA(r, weighted, information);
        LinearSolverDense<DMatrixRMaj> inner = LinearSolverFactory_DDRM.chol(n);
        if (!inner.setA(information.copy()) || !(inner.quality() > 1 / LARGEST_CONDITION)) {
            return null;
        }
        DMatrixRMaj inverse = new DMatrixRMaj(n, n);
        inner.invert(inverse);
        DMatrixRMaj projected = new DMatrixRMaj(n, 1);
        CommonOps_DDRM.multTransA(weighted, new DMatrixRMaj(m, 1, true, means.clone()), projected);
        DMatrixRMaj solution = new DMatrixRMaj(n, 1);
        CommonOps_DDRM.mult(inverse, projected, solution);
        CommonOps_DDRM.add(0.5, inverse, 0.5, CommonOps_DDRM.transpose(inverse, null), inverse);
        return new Solved(solution.getData(), inverse.getData());
    }
}
