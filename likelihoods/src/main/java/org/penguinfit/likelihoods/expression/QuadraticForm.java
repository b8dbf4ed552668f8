package org.penguinfit.likelihoods.expression;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * A polynomial of degree ≤ 2 in the free parameters, c + Σ b_t θ_i + Σ q_t θ_i θ_j, as lists of its terms that are not 0; a
 * pair i ≤ j stands once.
 */
public final class QuadraticForm {
    private final double constant;
    private final int[] support;
    /** Linear coefficients, one per parameter of the support. */
    private final double[] linear;
    /** Positions in the support. */
    private final int[] rows;

    private final int[] columns;
    private final double[] quadratic;

    QuadraticForm(double constant, SortedMap<Integer, Double> linearTerms, SortedMap<Pair, Double> quadraticTerms) {
        this.constant = constant;
        TreeSet<Integer> used = new TreeSet<>(linearTerms.keySet());
        for (Pair pair : quadraticTerms.keySet()) {
            used.add(pair.row());
            used.add(pair.column());
        }
        this.support = new int[used.size()];
        int position = 0;
        for (int parameter : used) {
            support[position++] = parameter;
        }
        this.linear = new double[support.length];
        for (Map.Entry<Integer, Double> term : linearTerms.entrySet()) {
            linear[positionOf(term.getKey())] = term.getValue();
        }
        this.rows = new int[quadraticTerms.size()];
        this.columns = new int[rows.length];
        this.quadratic = new double[rows.length];
        int t = 0;
        for (Map.Entry<Pair, Double> term : quadraticTerms.entrySet()) {
            rows[t] = positionOf(term.getKey().row());
            columns[t] = positionOf(term.getKey().column());
            quadratic[t++] = term.getValue();
        }
    }

    /** Two parameters, {@code row <= column}. */
    record Pair(int row, int column) implements Comparable<Pair> {
        static Pair of(int a, int b) {
            return a <= b ? new Pair(a, b) : new Pair(b, a);
        }

        @Override
        public int compareTo(Pair other) {
            int order = Integer.compare(row, other.row);
            return order == 0 ? Integer.compare(column, other.column) : order;
        }
    }

    /** c. */
    public double constant() {
        return constant;
    }

    /** Number of parameters the form depends on. */
    public int supportCount() {
        return support.length;
    }

    /** The t-th parameter it depends on; ascending in t. */
    public int supportParameter(int t) {
        return support[t];
    }

    /** Coefficient b of the t-th parameter of the support; may be 0. */
    public double linearCoefficient(int t) {
        return linear[t];
    }

    /** Number of products θ_i θ_j. */
    public int quadraticCount() {
        return rows.length;
    }

    /** Parameter i of the t-th product. */
    public int quadraticRow(int t) {
        return support[rows[t]];
    }

    /** Parameter j ≥ i of the t-th product. */
    public int quadraticColumn(int t) {
        return support[columns[t]];
    }

    /** Coefficient q of the t-th product; for i = j that of θ_i². */
    public double quadraticCoefficient(int t) {
        return quadratic[t];
    }

    /** The value at θ. */
    public double value(double[] theta) {
        double sum = constant;
        for (int t = 0; t < support.length; t++) {
            sum += linear[t] * theta[support[t]];
        }
        for (int t = 0; t < rows.length; t++) {
            sum += quadratic[t] * theta[support[rows[t]]] * theta[support[columns[t]]];
        }
        return sum;
    }

    /** Writes the derivatives by the parameters of the support to {@code out[at], out[at + 1], …}. */
    void gradient(double[] theta, double[] out, int at) {
        System.arraycopy(linear, 0, out, at, linear.length);
        for (int t = 0; t < rows.length; t++) {
            out[at + rows[t]] += quadratic[t] * theta[support[columns[t]]];
            out[at + columns[t]] += quadratic[t] * theta[support[rows[t]]];
        }
    }

    /** Adds {@code weight} times the Hessian to a dense n×n block that starts at {@code at}. */
    void addHessian(double weight, double[] out, int at, int n) {
        for (int t = 0; t < rows.length; t++) {
            int i = support[rows[t]];
            int j = support[columns[t]];
            out[at + i * n + j] += weight * quadratic[t];
            out[at + j * n + i] += weight * quadratic[t];
        }
    }

    /** Position of a parameter in the support, or negative. */
    int positionOf(int parameter) {
        return Arrays.binarySearch(support, parameter);
    }

    /** Coefficients of the powers 0, 1, 2 of one parameter, the others held. */
    double[] slice(int parameter, double[] theta) {
        double[] powers = {constant, 0, 0};
        for (int t = 0; t < support.length; t++) {
            if (support[t] == parameter) {
                powers[1] += linear[t];
            } else {
                powers[0] += linear[t] * theta[support[t]];
            }
        }
        for (int t = 0; t < rows.length; t++) {
            int i = support[rows[t]];
            int j = support[columns[t]];
            int power = (i == parameter ? 1 : 0) + (j == parameter ? 1 : 0);
            powers[power] += quadratic[t] * (i == parameter ? 1 : theta[i]) * (j == parameter ? 1 : theta[j]);
        }
        return powers;
    }
}
