package org.penguinfit.likelihoods.kernel;

import java.util.Arrays;

/**
 * y_r = offset_r + Σ_k ν_k p_rk(c): linear in some parameters ν (with ν = 1 for the part without any), whose coefficients are
 * polynomials p_rk = Σ_a C_rk,a m_a(c) of the others over common monomials. Each pair (r, k) that occurs is one row of C. This
 * is far smaller than the products ν_k m_a(c) as monomials of their own.
 */
final class BilinearRows implements Rows {
    private static final int BLOCK = 4;

    private final PairTable table;
    private final int parameterCount;
    private final int pairCount;
    private final int width;
    private final double[] nodes;
    private final double[] monomials;
    private final double[] weights;
    /** ν_k per pair, and p_rk per pair. */
    private final double[] multipliers;

    private final double[] values;
    /** Σ_k ν_k C_rk,a at [r·width + a]. */
    private final double[] contracted;
    /** u_r ν_k per pair. */
    private final double[] pairWeights;

    BilinearRows(PairTable table, int parameterCount) {
        this.table = table;
        this.parameterCount = parameterCount;
        this.pairCount = table.multiplier.length;
        this.width = table.basis.size();
        this.nodes = new double[table.basis.nodeCount()];
        this.monomials = new double[width];
        this.weights = new double[width];
        this.multipliers = new double[pairCount];
        this.values = new double[pairCount];
        this.contracted = new double[count() * width];
        this.pairWeights = new double[pairCount];
    }

    @Override
    public int count() {
        return table.starts.length - 1;
    }

    @Override
    public Rows another() {
        return new BilinearRows(table, parameterCount);
    }

    @Override
    public void values(double[] theta, Order order, double[] offset, double[] y) {
        table.basis.evaluate(theta, nodes, monomials);
        Arrays.fill(values, 0);
        int a = 0;
        for (; a + BLOCK <= width; a += BLOCK) {
            int start = a * pairCount;
            Axpy.add(
                    values,
                    0,
                    pairCount,
                    monomials[a],
                    monomials[a + 1],
                    monomials[a + 2],
                    monomials[a + 3],
                    table.byMonomial,
                    start,
                    start + pairCount,
                    start + 2 * pairCount,
                    start + 3 * pairCount);
        }
        for (; a < width; a++) {
            Axpy.add(values, 0, pairCount, monomials[a], table.byMonomial, a * pairCount);
        }
        for (int r = 0; r < count(); r++) {
            double sum = offset[r];
            for (int t = table.starts[r]; t < table.starts[r + 1]; t++) {
                int parameter = table.multiplier[t];
                multipliers[t] = parameter < 0 ? 1 : theta[parameter];
                sum += multipliers[t] * values[t];
            }
            y[r] = sum;
        }
    }

    @Override
    public void addGradient(double[] u, double[] gradient) {
        for (int r = 0; r < count(); r++) {
            for (int t = table.starts[r]; t < table.starts[r + 1]; t++) {
                pairWeights[t] = u[r] * multipliers[t];
                if (table.multiplier[t] >= 0) {
                    gradient[table.multiplier[t]] += u[r] * values[t];
                }
            }
        }
        Arrays.fill(weights, 0);
        combine(pairWeights, 0, pairCount, weights, 0);
        table.basis.derivatives().addGradient(nodes, weights, gradient);
    }

    /** Adds Σ_t s_t C_t over a range of pairs to {@code out} from {@code at}. */
    private void combine(double[] s, int from, int to, double[] out, int at) {
        double[] c = table.byPair;
        int t = from;
        for (; t + BLOCK <= to; t += BLOCK) {
            int start = t * width;
            Axpy.add(
                    out,
                    at,
                    width,
                    s[t],
                    s[t + 1],
                    s[t + 2],
                    s[t + 3],
                    c,
                    start,
                    start + width,
                    start + 2 * width,
                    start + 3 * width);
        }
        for (; t < to; t++) {
            Axpy.add(out, at, width, s[t], c, t * width);
        }
    }

    @Override
    public void jacobian(double[] transposed) {
        int m = count();
        Arrays.fill(transposed, 0, parameterCount * m, 0);
        Arrays.fill(contracted, 0);
        Derivatives d = table.basis.derivatives();
        for (int r = 0; r < m; r++) {
            combine(multipliers, table.starts[r], table.starts[r + 1], contracted, r * width);
            for (int t = table.starts[r]; t < table.starts[r + 1]; t++) {
                if (table.multiplier[t] >= 0) {
                    transposed[table.multiplier[t] * m + r] = values[t];
                }
            }
        }
        for (int p = 0; p < d.parameters.length; p++) {
            for (int f = d.starts[p]; f < d.starts[p + 1]; f++) {
                double slope = d.factors[f] * nodes[d.nodes[f]];
                int a = d.monomials[f];
                int at = d.parameters[p] * m;
                for (int r = 0; r < m; r++) {
                    transposed[at + r] += slope * contracted[r * width + a];
                }
            }
        }
    }

    @Override
    public void addCurvature(double[] u, double[] hessian) {
        Arrays.fill(weights, 0);
        for (int r = 0; r < count(); r++) {
            Axpy.add(weights, 0, width, u[r], contracted, r * width);
        }
        table.basis.derivatives().addCurvature(nodes, weights, hessian, parameterCount);
        for (int k = 0; k < table.linear.length; k++) {
            addMixed(k, u, hessian);
        }
    }

    /** ∂²/∂ν_k∂c_j: the gradient of Σ_r u_r p_rk. */
    private void addMixed(int k, double[] u, double[] hessian) {
        Arrays.fill(weights, 0);
        for (int s = table.pairStarts[k]; s < table.pairStarts[k + 1]; s++) {
            int t = table.pairs[s];
            Axpy.add(weights, 0, width, u[table.rows[t]], table.byPair, t * width);
        }
        Derivatives d = table.basis.derivatives();
        int nu = table.linear[k];
        for (int p = 0; p < d.parameters.length; p++) {
            double sum = 0;
            for (int f = d.starts[p]; f < d.starts[p + 1]; f++) {
                sum += d.factors[f] * nodes[d.nodes[f]] * weights[d.monomials[f]];
            }
            int c = d.parameters[p];
            hessian[Math.max(nu, c) * parameterCount + Math.min(nu, c)] += sum;
        }
    }
}
