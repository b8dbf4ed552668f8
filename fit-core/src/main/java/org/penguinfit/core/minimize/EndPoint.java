package org.penguinfit.core.minimize;

import org.penguinfit.core.linalg.Finite;

/**
 * Where a descent stands: a point with value and gradient there, and a Hessian of that point or of one so close that the
 * model made there still holds. Owned by the descent, overwritten as it moves.
 */
final class EndPoint {
    double[] x;
    double[] gradient;
    double[] hessian;
    double value;

    EndPoint(int size) {
        x = new double[size];
        gradient = new double[size];
        hessian = new double[size * size];
    }

    boolean isFinite() {
        return Double.isFinite(value) && Finite.all(gradient) && Finite.all(hessian);
    }

    /** Change of the quadratic model over a displacement: g·s + ½ sᵀHs. */
    double modelChange(double[] step) {
        int n = x.length;
        double change = 0.0;
        for (int i = 0; i < n; i++) {
            if (step[i] != 0.0) {
                double row = 0.0;
                for (int j = 0; j < n; j++) {
                    row += hessian[i * n + j] * step[j];
                }
                change += (gradient[i] + 0.5 * row) * step[i];
            }
        }
        return change;
    }

    /** Differences of −2 ln L below this are rounding of the two values. */
    double rounding() {
        return 32.0 * Math.ulp(value);
    }
}
