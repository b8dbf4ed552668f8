package org.penguinfit.likelihoods.kernel;

import java.util.Arrays;

/**
 * y = offset + B m(θ) with a dense matrix B over monomials that all rows share; B may be upper triangular, and its zeros below
 * the diagonal cost nothing. B stands twice, by columns and by rows, so that both B·m and Bᵀ·u run along memory.
 */
final class DenseRows implements Rows {
    private static final int BLOCK = 4;

    private final MonomialBasis basis;
    private final int parameterCount;
    private final int count;
    private final int width;
    private final double[][] columns;
    private final double[][] rows;
    /** Per column: rows from here on are 0. */
    private final int[] lengths;
    /** Per row: columns before this one are 0. */
    private final int[] firsts;

    private final double[] nodes;
    private final double[] monomials;
    private final double[] weights;

    /**
     * The rows of a matrix.
     *
     * @param matrix B by rows, shape [count × basis size]
     */
    DenseRows(MonomialBasis basis, int parameterCount, int count, double[] matrix) {
        this.basis = basis;
        this.parameterCount = parameterCount;
        this.count = count;
        this.width = basis.size();
        this.rows = Axpy.rows(matrix, count, width);
        this.columns = Axpy.transposed(rows, width);
        this.lengths = new int[width];
        this.firsts = new int[count];
        Arrays.fill(firsts, width);
        for (int r = count - 1; r >= 0; r--) {
            for (int a = width - 1; a >= 0; a--) {
                if (rows[r][a] != 0) {
                    lengths[a] = Math.max(lengths[a], r + 1);
                    firsts[r] = a;
                }
            }
        }
        this.nodes = new double[basis.nodeCount()];
        this.monomials = new double[width];
        this.weights = new double[width];
    }

    private DenseRows(DenseRows other) {
        this.basis = other.basis;
        this.parameterCount = other.parameterCount;
        this.count = other.count;
        this.width = other.width;
        this.columns = other.columns;
        this.rows = other.rows;
        this.lengths = other.lengths;
        this.firsts = other.firsts;
        this.nodes = new double[other.nodes.length];
        this.monomials = new double[width];
        this.weights = new double[width];
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Rows another() {
        return new DenseRows(this);
    }

    @Override
    public void values(double[] theta, Order order, double[] offset, double[] y) {
        basis.evaluate(theta, nodes, monomials);
        System.arraycopy(offset, 0, y, 0, count);
        int a = 0;
        for (; a + BLOCK <= width; a += BLOCK) {
            int length = longest(a, a + 1, a + 2, a + 3);
            Axpy.addAll(y, 0, length, monomials, columns, a, a + BLOCK);
        }
        for (; a < width; a++) {
            Axpy.add(y, 0, lengths[a], monomials[a], columns[a]);
        }
    }

    private int longest(int a, int b, int c, int d) {
        return Math.max(Math.max(lengths[a], lengths[b]), Math.max(lengths[c], lengths[d]));
    }

    @Override
    public void addGradient(double[] u, double[] gradient) {
        collectWeights(u);
        basis.derivatives().addGradient(nodes, weights, gradient);
    }

    /** w = Bᵀu. */
    private void collectWeights(double[] u) {
        Arrays.fill(weights, 0);
        int r = 0;
        for (; r + BLOCK <= count; r += BLOCK) {
            int first = Math.min(Math.min(firsts[r], firsts[r + 1]), Math.min(firsts[r + 2], firsts[r + 3]));
            Axpy.addAll(weights, first, width, u, rows, r, r + BLOCK);
        }
        for (; r < count; r++) {
            Axpy.add(weights, firsts[r], width, u[r], rows[r]);
        }
    }

    @Override
    public void jacobian(double[][] transposed) {
        for (double[] derivative : transposed) {
            Arrays.fill(derivative, 0);
        }
        Derivatives d = basis.derivatives();
        for (int p = 0; p < d.parameters.length; p++) {
            double[] out = transposed[d.parameters[p]];
            int f = d.starts[p];
            for (; f + BLOCK <= d.starts[p + 1]; f += BLOCK) {
                addFour(d, f, out);
            }
            for (; f < d.starts[p + 1]; f++) {
                int a = d.monomials[f];
                Axpy.add(out, 0, lengths[a], d.factors[f] * nodes[d.nodes[f]], columns[a]);
            }
        }
    }

    private void addFour(Derivatives d, int f, double[] out) {
        int a = d.monomials[f];
        int b = d.monomials[f + 1];
        int c = d.monomials[f + 2];
        int e = d.monomials[f + 3];
        Axpy.add(
                out,
                0,
                longest(a, b, c, e),
                d.factors[f] * nodes[d.nodes[f]],
                d.factors[f + 1] * nodes[d.nodes[f + 1]],
                d.factors[f + 2] * nodes[d.nodes[f + 2]],
                d.factors[f + 3] * nodes[d.nodes[f + 3]],
                columns[a],
                columns[b],
                columns[c],
                columns[e]);
    }

    @Override
    public void addCurvature(double[] u, double[] hessian) {
        collectWeights(u);
        basis.derivatives().addCurvature(nodes, weights, hessian, parameterCount);
    }
}
