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

/** Finds parameters in which functions are linear together, as nuisance parameters usually are. */
final class LinearParameters {
    private LinearParameters() {}

    /**
     * A set of parameters such that every monomial holds at most one of them, to the first power; those that meet fewest
     * others come first.
     */
    static Set<Integer> of(List<SortedMap<Monomial, Double>> functions) {
        TreeSet<Integer> nonLinear = new TreeSet<>();
        TreeMap<Integer, Set<Integer>> partners = new TreeMap<>();
        for (SortedMap<Monomial, Double> function : functions) {
            for (Map.Entry<Monomial, Double> term : function.entrySet()) {
                note(term.getKey(), partners, nonLinear);
            }
        }
        partners.keySet().removeAll(nonLinear);
        for (Set<Integer> others : partners.values()) {
            others.removeAll(nonLinear);
        }
        List<Integer> candidates = new ArrayList<>(partners.keySet());
        candidates.sort(Comparator.comparingInt(p -> size(partners, p)));
        TreeSet<Integer> chosen = new TreeSet<>();
        TreeSet<Integer> excluded = new TreeSet<>();
        for (int candidate : candidates) {
            if (!excluded.contains(candidate)) {
                chosen.add(candidate);
                excluded.addAll(partners.getOrDefault(candidate, new TreeSet<>()));
            }
        }
        return chosen;
    }

    private static int size(Map<Integer, Set<Integer>> partners, int parameter) {
        Set<Integer> others = partners.get(parameter);
        return others == null ? 0 : others.size();
    }

    private static void note(Monomial monomial, Map<Integer, Set<Integer>> partners, Set<Integer> nonLinear) {
        for (int k = 0; k < monomial.degree(); k++) {
            int parameter = monomial.factor(k);
            Set<Integer> others = partners.computeIfAbsent(parameter, p -> new TreeSet<>());
            for (int l = 0; l < monomial.degree(); l++) {
                if (monomial.factor(l) != parameter) {
                    others.add(monomial.factor(l));
                } else if (l != k) {
                    nonLinear.add(parameter);
                }
            }
        }
    }
}
