package org.penguinfit.likelihoods.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.penguinfit.likelihoods.expression.Monomial;

/**
 * First and second derivatives of a list of monomials: ∂m_a/∂θ_i is a factor times a node of the basis. Only those that are
 * not 0 stand here, first derivatives grouped by parameter. Immutable.
 */
final class Derivatives {
    /** The parameters the monomials depend on, ascending. */
    final int[] parameters;

    /** Where the first derivatives by each of them begin; one entry more at the end. */
    final int[] starts;

    /** Per first derivative: the monomial, the node and the factor. */
    final int[] monomials;

    final int[] nodes;
    final double[] factors;

    /** Per second derivative, by parameters i ≥ j. */
    private final int[] secondRows;

    private final int[] secondColumns;
    private final int[] secondMonomials;
    private final int[] secondNodes;
    private final double[] secondFactors;

    private Derivatives(List<int[]> firsts, List<int[]> seconds, int[] parameters) {
        this.parameters = parameters;
        this.starts = new int[parameters.length + 1];
        this.monomials = column(firsts, 1);
        this.nodes = column(firsts, 2);
        this.factors = numbers(column(firsts, 3));
        int at = 0;
        for (int p = 0; p < parameters.length; p++) {
            while (at < firsts.size() && firsts.get(at)[0] == parameters[p]) {
                at++;
            }
            starts[p + 1] = at;
        }
        this.secondRows = column(seconds, 0);
        this.secondColumns = column(seconds, 1);
        this.secondMonomials = column(seconds, 2);
        this.secondNodes = column(seconds, 3);
        this.secondFactors = numbers(column(seconds, 4));
    }

    static Derivatives of(List<Monomial> monomials, Map<Monomial, Integer> index) {
        TreeSet<Integer> used = new TreeSet<>();
        for (Monomial monomial : monomials) {
            used.addAll(factors(monomial));
        }
        List<int[]> firsts = new ArrayList<>();
        List<int[]> seconds = new ArrayList<>();
        for (int i : used) {
            for (int a = 0; a < monomials.size(); a++) {
                int exponent = monomials.get(a).exponent(i);
                if (exponent > 0) {
                    Monomial rest = monomials.get(a).without(i);
                    firsts.add(new int[] {i, a, index.getOrDefault(rest, 0), exponent});
                    addSeconds(i, a, exponent, rest, index, seconds);
                }
            }
        }
        int[] parameters = new int[used.size()];
        int p = 0;
        for (int parameter : used) {
            parameters[p++] = parameter;
        }
        return new Derivatives(firsts, seconds, parameters);
    }

    private static void addSeconds(
            int i, int a, int exponent, Monomial rest, Map<Monomial, Integer> index, List<int[]> seconds) {
        for (int j : factors(rest)) {
            if (j <= i) {
                int node = index.getOrDefault(rest.without(j), 0);
                seconds.add(new int[] {i, j, a, node, exponent * rest.exponent(j)});
            }
        }
    }

    private static Set<Integer> factors(Monomial monomial) {
        Set<Integer> factors = new TreeSet<>();
        for (int k = 0; k < monomial.degree(); k++) {
            factors.add(monomial.factor(k));
        }
        return factors;
    }

    private static int[] column(List<int[]> rows, int column) {
        int[] values = new int[rows.size()];
        for (int r = 0; r < values.length; r++) {
            values[r] = rows.get(r)[column];
        }
        return values;
    }

    private static double[] numbers(int[] integers) {
        double[] numbers = new double[integers.length];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = integers[k];
        }
        return numbers;
    }

    /**
     * Adds Σ w_a ∂m_a/∂θ_i.
     *
     * @param at the nodes at the point
     */
    void addGradient(double[] at, double[] w, double[] gradient) {
        for (int p = 0; p < parameters.length; p++) {
            double sum = 0;
            for (int f = starts[p]; f < starts[p + 1]; f++) {
                sum += factors[f] * at[nodes[f]] * w[monomials[f]];
            }
            gradient[parameters[p]] += sum;
        }
    }

    /** Adds Σ w_a ∂²m_a/∂θ_i∂θ_j for i ≥ j to an n×n array. */
    void addCurvature(double[] at, double[] w, double[] hessian, int n) {
        for (int s = 0; s < secondRows.length; s++) {
            hessian[secondRows[s] * n + secondColumns[s]] +=
                    secondFactors[s] * at[secondNodes[s]] * w[secondMonomials[s]];
        }
    }
}
