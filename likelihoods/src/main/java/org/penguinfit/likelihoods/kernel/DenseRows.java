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
    private final double[] byColumn;
    private final double[] byRow;
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
     * @param matrix B by rows, shape [count × basis size]; not copied
     */
    DenseRows(MonomialBasis basis, int parameterCount, int count, double[] matrix) {
        this.basis = basis;
        this.parameterCount = parameterCount;
        this.count = count;
        this.width = basis.size();
        this.byRow = matrix;
        this.byColumn = new double[matrix.length];
        this.lengths = new int[width];
        this.firsts = new int[count];
        Arrays.fill(firsts, width);
        for (int r = count - 1; r >= 0; r--) {
            for (int a = width - 1; a >= 0; a--) {
                double entry = matrix[r * width + a];
                byColumn[a * count + r] = entry;
                if (entry != 0) {
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
        this.byColumn = other.byColumn;
        this.byRow = other.byRow;
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
            int start = a * count;
            int length = Math.max(
                    Math.max(lengths[a], lengths[a + 1]), Math.max(lengths[a + 2], lengths[a + 3]));
            Axpy.add(
                    y,
                    0,
                    length,
                    monomials[a],
                    monomials[a + 1],
                    monomials[a + 2],
                    monomials[a + 3],
                    byColumn,
                    start,
                    start + count,
                    start + 2 * count,
                    start + 3 * count);
        }
        for (; a < width; a++) {
            Axpy.add(y, 0, lengths[a], monomials[a], byColumn, a * count);
        }
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
            int first =
                    Math.min(Math.min(firsts[r], firsts[r + 1]), Math.min(firsts[r + 2], firsts[r + 3]));
            int start = r * width + first;
            Axpy.add(
                    weights,
                    first,
                    width - first,
                    u[r],
                    u[r + 1],
                    u[r + 2],
                    u[r + 3],
                    byRow,
                    start,
                    start + width,
                    start + 2 * width,
                    start + 3 * width);
        }
        for (; r < count; r++) {
            Axpy.add(weights, firsts[r], width - firsts[r], u[r], byRow, r * width + firsts[r]);
        }
    }

    @Override
    public void jacobian(double[] transposed) {
        Arrays.fill(transposed, 0, parameterCount * count, 0);
        Derivatives d = basis.derivatives();
        for (int p = 0; p < d.parameters.length; p++) {
            int at = d.parameters[p] * count;
            int f = d.starts[p];
            for (; f + BLOCK <= d.starts[p + 1]; f += BLOCK) {
                addFour(d, f, transposed, at);
            }
            for (; f < d.starts[p + 1]; f++) {
                int a = d.monomials[f];
                Axpy.add(transposed, at, lengths[a], d.factors[f] * nodes[d.nodes[f]], byColumn, a * count);
            }
        }
    }

    private void addFour(Derivatives d, int f, double[] transposed, int at) {
        int a = d.monomials[f];
        int b = d.monomials[f + 1];
        int c = d.monomials[f + 2];
        int e = d.monomials[f + 3];
        Axpy.add(
                transposed,
                at,
                Math.max(Math.max(lengths[a], lengths[b]), Math.max(lengths[c], lengths[e])),
                d.factors[f] * nodes[d.nodes[f]],
                d.factors[f + 1] * nodes[d.nodes[f + 1]],
                d.factors[f + 2] * nodes[d.nodes[f + 2]],
                d.factors[f + 3] * nodes[d.nodes[f + 3]],
                byColumn,
                a * count,
                b * count,
                c * count,
                e * count);
    }

    @Override
    public void addCurvature(double[] u, double[] hessian) {
        collectWeights(u);
        basis.derivatives().addCurvature(nodes, weights, hessian, parameterCount);
    }
}
