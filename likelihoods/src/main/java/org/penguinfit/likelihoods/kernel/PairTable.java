package org.penguinfit.likelihoods.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.penguinfit.likelihoods.expression.Monomial;

/**
 * The coefficients of functions linear in some parameters: one row per pair (function, linear parameter or none). Immutable;
 * read only by {@link BilinearRows}.
 */
final class PairTable {
    /** Monomials of the parameters that are not linear. */
    final MonomialBasis basis;
    /** The linear parameters that occur, ascending. */
    final int[] linear;
    /** Where the pairs of each function begin; one entry more at the end. */
    final int[] starts;
    /** Per pair: the function, and the linear parameter or −1. */
    final int[] rows;

    final int[] multiplier;
    /** Pairs grouped by linear parameter, and where those of each begin. */
    final int[] pairs;

    final int[] pairStarts;
    /** Coefficient of monomial a in pair t at [a][t], and at [t][a]. */
    final double[][] byMonomial;

    final double[][] byPair;

    private record Pair(int row, int linear, SortedMap<Monomial, Double> terms) {}

    private PairTable(List<Pair> sorted, int rowCount, int[] linear) {
        TreeSet<Monomial> monomials = new TreeSet<>();
        for (Pair pair : sorted) {
            monomials.addAll(pair.terms.keySet());
        }
        this.basis = MonomialBasis.of(monomials);
        this.linear = linear;
        int count = sorted.size();
        int width = basis.size();
        this.starts = new int[rowCount + 1];
        this.rows = new int[count];
        this.multiplier = new int[count];
        this.byMonomial = new double[width][count];
        this.byPair = new double[count][width];
        for (int t = 0; t < count; t++) {
            Pair pair = sorted.get(t);
            rows[t] = pair.row;
            multiplier[t] = pair.linear;
            starts[pair.row + 1] = t + 1;
            for (Map.Entry<Monomial, Double> term : pair.terms.entrySet()) {
                int a = basis.position(term.getKey());
                byMonomial[a][t] = term.getValue();
                byPair[t][a] = term.getValue();
            }
        }
        for (int r = 0; r < rowCount; r++) {
            starts[r + 1] = Math.max(starts[r], starts[r + 1]); // a function without terms has no pairs
        }
        List<Integer> grouped = new ArrayList<>();
        this.pairStarts = new int[linear.length + 1];
        for (int k = 0; k < linear.length; k++) {
            for (int t = 0; t < count; t++) {
                if (multiplier[t] == linear[k]) {
                    grouped.add(t);
                }
            }
            pairStarts[k + 1] = grouped.size();
        }
        this.pairs = grouped.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * The table of functions given by their terms.
     *
     * @param functions per function its terms without constant
     * @param linear parameters of which every monomial holds at most one, to the first power
     */
    static PairTable of(List<SortedMap<Monomial, Double>> functions, Set<Integer> linear) {
        List<Pair> pairs = new ArrayList<>();
        for (int r = 0; r < functions.size(); r++) {
            TreeMap<Integer, TreeMap<Monomial, Double>> parts = new TreeMap<>(Comparator.naturalOrder());
            for (Map.Entry<Monomial, Double> term : functions.get(r).entrySet()) {
                int parameter = linearFactor(term.getKey(), linear);
                Monomial rest = parameter < 0 ? term.getKey() : term.getKey().without(parameter);
                parts.computeIfAbsent(parameter, p -> new TreeMap<>()).put(rest, term.getValue());
            }
            for (Map.Entry<Integer, TreeMap<Monomial, Double>> part : parts.entrySet()) {
                pairs.add(new Pair(r, part.getKey(), part.getValue()));
            }
        }
        int[] used = pairs.stream()
                .mapToInt(Pair::linear)
                .filter(p -> p >= 0)
                .distinct()
                .sorted()
                .toArray();
        return new PairTable(pairs, functions.size(), used);
    }

    private static int linearFactor(Monomial monomial, Set<Integer> linear) {
        for (int k = 0; k < monomial.degree(); k++) {
            if (linear.contains(monomial.factor(k))) {
                return monomial.factor(k);
            }
        }
        return -1;
    }
}
