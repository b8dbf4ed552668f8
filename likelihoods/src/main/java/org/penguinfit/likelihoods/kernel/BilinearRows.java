package org.penguinfit.likelihoods.kernel;

import java.util.Arrays;

/**
 * y_r = offset_r + Σ_k ν_k p_rk(c): linear in some parameters ν (with ν = 1 for the part without any), whose coefficients are
 * polynomials p_rk = Σ_a C_rk,a m_a(c) of the others over common monomials. Each pair (r, k) that occurs is one row of C. This
 * is far smaller than the products ν_k m_a(c) as monomials of their own.
 */
final class BilinearRows implements Rows {
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
    /** Σ_k ν_k C_rk,a at [r][a]. */
    private final double[][] contracted;
    /** u_r ν_k per pair. */
    private final double[] pairWeights;
    /** The first derivatives of the monomials. */
    private final double[] slopes;

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
        this.contracted = new double[count()][width];
        this.pairWeights = new double[pairCount];
        this.slopes = new double[table.basis.derivatives().nodes.length];
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
        Axpy.addAll(values, 0, pairCount, monomials, table.byMonomial, 0, width);
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
        Axpy.addAll(weights, 0, width, pairWeights, table.byPair, 0, pairCount);
        table.basis.derivatives().addGradient(nodes, weights, gradient);
    }

    @Override
    public void jacobian(double[][] transposed) {
        for (double[] derivative : transposed) {
            Arrays.fill(derivative, 0);
        }
        int m = count();
        for (int r = 0; r < m; r++) {
            Arrays.fill(contracted[r], 0);
            Axpy.addAll(contracted[r], 0, width, multipliers, table.byPair, table.starts[r], table.starts[r + 1]);
            for (int t = table.starts[r]; t < table.starts[r + 1]; t++) {
                if (table.multiplier[t] >= 0) {
                    transposed[table.multiplier[t]][r] = values[t];
                }
            }
        }
        Derivatives d = table.basis.derivatives();
        for (int p = 0; p < d.parameters.length; p++) {
            double[] out = transposed[d.parameters[p]];
            for (int f = d.starts[p]; f < d.starts[p + 1]; f++) {
                slopes[f] = d.factors[f] * nodes[d.nodes[f]];
            }
            for (int r = 0; r < m; r++) {
                double sum = 0;
                for (int f = d.starts[p]; f < d.starts[p + 1]; f++) {
                    sum += slopes[f] * contracted[r][d.monomials[f]];
                }
                out[r] = sum;
            }
        }
    }

    @Override
    public void addCurvature(double[] u, double[] hessian) {
        Arrays.fill(weights, 0);
        Axpy.addAll(weights, 0, width, u, contracted, 0, count());
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
            Axpy.add(weights, 0, width, u[table.rows[t]], table.byPair[t]);
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
