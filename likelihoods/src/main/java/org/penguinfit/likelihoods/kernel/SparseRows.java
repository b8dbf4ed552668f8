package org.penguinfit.likelihoods.kernel;

import java.util.Arrays;

/** y = offset + B m(θ) with few coefficients per row, stored as lists by rows and by columns. */
final class SparseRows implements Rows {
    private final MonomialBasis basis;
    private final int parameterCount;
    /** Where the coefficients of each row begin; one entry more at the end. */
    private final int[] starts;

    private final int[] columns;
    private final double[] coefficients;
    /** The same by columns. */
    private final int[] columnStarts;

    private final int[] columnRows;
    private final double[] columnCoefficients;
    private final double[] nodes;
    private final double[] monomials;
    private final double[] weights;

    SparseRows(MonomialBasis basis, int parameterCount, int[] starts, int[] columns, double[] coefficients) {
        this.basis = basis;
        this.parameterCount = parameterCount;
        this.starts = starts;
        this.columns = columns;
        this.coefficients = coefficients;
        this.nodes = new double[basis.nodeCount()];
        this.monomials = new double[basis.size()];
        this.weights = new double[basis.size()];
        this.columnStarts = new int[basis.size() + 1];
        this.columnRows = new int[columns.length];
        this.columnCoefficients = new double[columns.length];
        sortByColumns();
    }

    private void sortByColumns() {
        for (int column : columns) {
            columnStarts[column + 1]++;
        }
        for (int a = 0; a < basis.size(); a++) {
            columnStarts[a + 1] += columnStarts[a];
        }
        int[] next = columnStarts.clone();
        for (int r = 0; r < count(); r++) {
            for (int t = starts[r]; t < starts[r + 1]; t++) {
                int at = next[columns[t]]++;
                columnRows[at] = r;
                columnCoefficients[at] = coefficients[t];
            }
        }
    }

    @Override
    public int count() {
        return starts.length - 1;
    }

    @Override
    public Rows another() {
        return new SparseRows(basis, parameterCount, starts, columns, coefficients);
    }

    @Override
    public void values(double[] theta, Order order, double[] offset, double[] y) {
        basis.evaluate(theta, nodes, monomials);
        for (int r = 0; r < count(); r++) {
            double sum = 0;
            for (int t = starts[r]; t < starts[r + 1]; t++) {
                sum += coefficients[t] * monomials[columns[t]];
            }
            y[r] = offset[r] + sum;
        }
    }

    private void collectWeights(double[] u) {
        Arrays.fill(weights, 0);
        for (int r = 0; r < count(); r++) {
            for (int t = starts[r]; t < starts[r + 1]; t++) {
                weights[columns[t]] += u[r] * coefficients[t];
            }
        }
    }

    @Override
    public void addGradient(double[] u, double[] gradient) {
        collectWeights(u);
        basis.derivatives().addGradient(nodes, weights, gradient);
    }

    @Override
    public void jacobian(double[][] transposed) {
        for (double[] derivative : transposed) {
            Arrays.fill(derivative, 0);
        }
        Derivatives d = basis.derivatives();
        for (int p = 0; p < d.parameters.length; p++) {
            double[] out = transposed[d.parameters[p]];
            for (int f = d.starts[p]; f < d.starts[p + 1]; f++) {
                double slope = d.factors[f] * nodes[d.nodes[f]];
                int a = d.monomials[f];
                for (int t = columnStarts[a]; t < columnStarts[a + 1]; t++) {
                    out[columnRows[t]] += slope * columnCoefficients[t];
                }
            }
        }
    }

    @Override
    public void addCurvature(double[] u, double[] hessian) {
        collectWeights(u);
        basis.derivatives().addCurvature(nodes, weights, hessian, parameterCount);
    }
}
