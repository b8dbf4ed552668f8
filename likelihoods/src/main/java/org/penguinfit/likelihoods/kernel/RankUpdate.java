package org.penguinfit.likelihoods.kernel;

import java.util.Arrays;

/** H ← H + Σ_r w_r a_r a_rᵀ, the Gauss–Newton part of a Hessian, from the rows a_r of a Jacobian. */
public final class RankUpdate {
    private static final int BLOCK = 4;

    private final int n;
    /** The Jacobian by rows. */
    private final double[][] jacobian;
    /** The sum by rows; only its lower triangle has a meaning. */
    private final double[][] sum;

    /**
     * Scratch memory for Jacobians of one shape.
     *
     * @param rows m
     * @param n number of parameters
     */
    public RankUpdate(int rows, int n) {
        this.n = n;
        this.jacobian = new double[rows][n];
        this.sum = new double[n][n];
    }

    /**
     * Adds to the lower triangle.
     *
     * @param transposed the Jacobian, ∂y_r/∂θ_i at [i][r]
     * @param weights w, shape [m]
     * @param hessian shape [n × n]
     */
    public void add(double[][] transposed, double[] weights, double[] hessian) {
        int m = jacobian.length;
        for (int i = 0; i < n; i++) {
            double[] derivative = transposed[i];
            for (int r = 0; r < m; r++) {
                jacobian[r][i] = derivative[r];
            }
            Arrays.fill(sum[i], 0);
        }
        int r = 0;
        for (; r + BLOCK <= m; r += BLOCK) {
            addFour(r, weights);
        }
        for (; r < m; r++) {
            for (int i = 0; i < n; i++) {
                Axpy.add(sum[i], 0, i + 1, weights[r] * jacobian[r][i], jacobian[r]);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                hessian[i * n + j] += sum[i][j];
            }
        }
    }

    private void addFour(int r, double[] weights) {
        double[] a = jacobian[r];
        double[] b = jacobian[r + 1];
        double[] c = jacobian[r + 2];
        double[] d = jacobian[r + 3];
        for (int i = 0; i < n; i++) {
            Axpy.add(
                    sum[i],
                    0,
                    i + 1,
                    weights[r] * a[i],
                    weights[r + 1] * b[i],
                    weights[r + 2] * c[i],
                    weights[r + 3] * d[i],
                    a,
                    b,
                    c,
                    d);
        }
    }
}
