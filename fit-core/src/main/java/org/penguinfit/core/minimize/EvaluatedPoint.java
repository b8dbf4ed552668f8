package org.penguinfit.core.minimize;

/** A point with the value, gradient and Hessian of the objective there. */
@SuppressWarnings("ArrayRecordComponent") // package-private scratch of a descent, never compared or shared
record EvaluatedPoint(double[] x, double value, double[] gradient, double[] hessian) {
    static EvaluatedPoint of(CountedObjective objective, double[] x) {
        double[] gradient = new double[x.length];
        double[] hessian = new double[x.length * x.length];
        double value = objective.valueGradientAndHessian(x, gradient, hessian);
        return new EvaluatedPoint(x, value, gradient, hessian);
    }

    boolean isFinite() {
        return Double.isFinite(value) && allFinite(gradient) && allFinite(hessian);
    }

    private static boolean allFinite(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    /** Change of the quadratic model over a displacement: g·s + ½ sᵀHs. */
    double modelChange(double[] step) {
        int n = x.length;
        double change = 0.0;
        for (int i = 0; i < n; i++) {
            double row = gradient[i];
            for (int j = 0; j < n; j++) {
                row += 0.5 * hessian[i * n + j] * step[j];
            }
            change += row * step[i];
        }
        return change;
    }

    /** Differences of −2 ln L below this are rounding of the two values. */
    double rounding() {
        return 32.0 * Math.ulp(value);
    }
}
