package org.penguinfit.likelihoods.kernel;

/** H ← H + Σ_r w_r a_r a_rᵀ, the Gauss–Newton part of a Hessian, from the rows a_r of a Jacobian. */
public final class RankUpdate {
    private static final int BLOCK = 4;

    private final int rows;
    private final int n;
    /** The Jacobian by rows. */
    private final double[] jacobian;

    /**
     * Scratch memory for Jacobians of one shape.
     *
     * @param rows m
     * @param n number of parameters
     */
    public RankUpdate(int rows, int n) {
        this.rows = rows;
        this.n = n;
        this.jacobian = new double[rows * n];
    }

    /**
     * Adds to the lower triangle.
     *
     * @param transposed the Jacobian, ∂y_r/∂θ_i at [i·m + r]
     * @param weights w, shape [m]
     * @param hessian shape [n × n]
     */
    public void add(double[] transposed, double[] weights, double[] hessian) {
        for (int i = 0; i < n; i++) {
            for (int r = 0; r < rows; r++) {
                jacobian[r * n + i] = transposed[i * rows + r];
            }
        }
        int r = 0;
        for (; r + BLOCK <= rows; r += BLOCK) {
            addFour(r, weights, hessian);
        }
        for (; r < rows; r++) {
            for (int i = 0; i < n; i++) {
                double s = weights[r] * jacobian[r * n + i];
                if (s != 0) {
                    Axpy.add(hessian, i * n, i + 1, s, jacobian, r * n);
                }
            }
        }
    }

    private void addFour(int r, double[] weights, double[] hessian) {
        int a = r * n;
        int b = a + n;
        int c = b + n;
        int d = c + n;
        for (int i = 0; i < n; i++) {
            Axpy.add(
                    hessian,
                    i * n,
                    i + 1,
                    weights[r] * jacobian[a + i],
                    weights[r + 1] * jacobian[b + i],
                    weights[r + 2] * jacobian[c + i],
                    weights[r + 3] * jacobian[d + i],
                    jacobian,
                    a,
                    b,
                    c,
                    d);
        }
    }
}
