package org.penguinfit.likelihoods.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.penguinfit.likelihoods.expression.Monomial;

/**
 * Monomials m_a(θ) computed together: each is an earlier one times a parameter. Their derivatives are monomials too, with the
 * exponents as factors, so all of them are kept ("nodes"). Immutable.
 */
final class MonomialBasis {
    private final List<Monomial> monomials;
    /** Node of each monomial. */
    private final int[] nodes;
    /** Per node the node and the parameter whose product it is; node 0 is the constant 1. */
    private final int[] parents;

    private final int[] variables;
    private final Derivatives derivatives;

    private MonomialBasis(List<Monomial> monomials, SortedMap<Monomial, Integer> index) {
        this.monomials = monomials;
        this.nodes = new int[monomials.size()];
        for (int a = 0; a < nodes.length; a++) {
            nodes[a] = index.getOrDefault(monomials.get(a), 0);
        }
        this.parents = new int[index.size()];
        this.variables = new int[index.size()];
        int node = 0;
        for (Monomial monomial : index.keySet()) {
            if (monomial.degree() > 0) {
                variables[node] = monomial.largestParameter();
                parents[node] = index.getOrDefault(monomial.without(variables[node]), 0);
            }
            node++;
        }
        this.derivatives = Derivatives.of(monomials, index);
    }

    /** The basis of these monomials, in their order. */
    static MonomialBasis of(SortedSet<Monomial> monomials) {
        TreeSet<Monomial> closed = new TreeSet<>();
        closed.add(Monomial.ONE);
        TreeSet<Monomial> open = new TreeSet<>(monomials);
        for (Monomial next = open.pollLast(); next != null; next = open.pollLast()) {
            if (closed.add(next)) {
                for (int k = 0; k < next.degree(); k++) {
                    open.add(next.without(next.factor(k)));
                }
            }
        }
        TreeMap<Monomial, Integer> index = new TreeMap<>();
        for (Monomial monomial : closed) {
            index.put(monomial, index.size());
        }
        return new MonomialBasis(new ArrayList<>(monomials), index);
    }

    /** Number of monomials. */
    int size() {
        return nodes.length;
    }

    /** Number of nodes. */
    int nodeCount() {
        return parents.length;
    }

    /** Position of a monomial. */
    int position(Monomial monomial) {
        int low = 0;
        int high = monomials.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (monomials.get(middle).compareTo(monomial) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Derivatives derivatives() {
        return derivatives;
    }

    /**
     * Computes all nodes at a point and copies the monomials from them.
     *
     * @param at written, shape [nodeCount]
     * @param values written, shape [size]
     */
    void evaluate(double[] theta, double[] at, double[] values) {
        at[0] = 1;
        for (int node = 1; node < parents.length; node++) {
            at[node] = at[parents[node]] * theta[variables[node]];
        }
        for (int a = 0; a < nodes.length; a++) {
            values[a] = at[nodes[a]];
        }
    }
}
