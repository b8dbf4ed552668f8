package org.penguinfit.likelihoods.expression;

import java.util.ArrayList;
import java.util.List;

/** All combinations of index labels, first index slowest. */
public final class LabelCombinations {
    private LabelCombinations() {}

    /** The members of a family with these sets, in order: {@code [e,e], [e,mu], …}. */
    public static List<List<String>> of(List<IndexSet> sets) {
        List<List<String>> combinations = List.of(List.of());
        for (IndexSet set : sets) {
            combinations = extend(combinations, set.labels());
        }
        return combinations;
    }

    /** How many combinations there are, without making them. */
    public static double count(List<IndexSet> sets) {
        double count = 1;
        for (IndexSet set : sets) {
            count *= set.labels().size();
        }
        return count;
    }

    /** Each combination with each label put behind it. */
    public static List<List<String>> extend(List<List<String>> combinations, List<String> labels) {
        List<List<String>> longer = new ArrayList<>(combinations.size() * labels.size());
        for (List<String> combination : combinations) {
            for (String label : labels) {
                List<String> next = new ArrayList<>(combination);
                next.add(label);
                longer.add(List.copyOf(next));
            }
        }
        return longer;
    }
}
