package org.penguinfit.measurements;

import java.util.Arrays;

/** An immutable symmetric matrix with a positive diagonal, in products of the units of its observables. */
public final class Covariance {
    private final int dimension;
    private final double[] rowMajor;

    private Covariance(int dimension, double[] rowMajor) {
        this.dimension = dimension;
        this.rowMajor = rowMajor;
    }

    /**
     * Copies a matrix.
     *
     * @param dimension number of rows n ≥ 1
     * @param rowMajor shape [n·n], row after row; exactly symmetric, finite, with a positive diagonal
     */
    public static Covariance of(int dimension, double[] rowMajor) {
        Require.that(dimension > 0 && rowMajor.length == dimension * dimension, "a covariance must be square");
        double[] copy = rowMajor.clone();
        for (int i = 0; i < dimension; i++) {
            Require.positive(copy[i * dimension + i], "variance");
            for (int j = 0; j < i; j++) {
                Require.finite(copy[i * dimension + j], "covariance");
                Require.that(copy[i * dimension + j] == copy[j * dimension + i], "a covariance must be symmetric");
            }
        }
        return new Covariance(dimension, copy);
    }

    /** Number of observables n. */
    public int dimension() {
        return dimension;
    }

    /** Element of row i and column j, both from 0. */
    public double get(int i, int j) {
        return rowMajor[i * dimension + j];
    }

    /** Standard deviation of observable i, &gt; 0. */
    public double sigma(int i) {
        return Math.sqrt(get(i, i));
    }

    /** Correlation coefficient of i and j, dimensionless. */
    public double correlation(int i, int j) {
        return i == j ? 1 : get(i, j) / (sigma(i) * sigma(j));
    }

    /** The elements row after row, a fresh array of shape [n·n]. */
    public double[] toRowMajor() {
        return rowMajor.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Covariance that && Arrays.equals(rowMajor, that.rowMajor);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rowMajor);
    }

    @Override
    public String toString() {
        return "Covariance" + Arrays.toString(rowMajor);
    }
}
