package org.penguinfit.likelihoods.curve;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Newton steps of a few variables. */
final class SmallSystem {
    private SmallSystem() {}

    /** The solution of hessian·step = gradient; zeros if there is none. */
    static double[] solve(double[] hessian, double[] gradient) {
        int n = gradient.length;
        DMatrixRMaj step = new DMatrixRMaj(n, 1);
        boolean solved = CommonOps_DDRM.solve(
                new DMatrixRMaj(n, n, true, hessian.clone()), new DMatrixRMaj(n, 1, true, gradient.clone()), step);
        boolean finite = solved;
        for (int i = 0; i < n; i++) {
            finite &= Double.isFinite(step.get(i));
        }
        return finite ? step.getData() : new double[n];
    }
}
