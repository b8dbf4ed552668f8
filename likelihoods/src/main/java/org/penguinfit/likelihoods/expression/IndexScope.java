package org.penguinfit.likelihoods.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The index variables in force at a place of a formula, as a chain from the innermost outwards. */
record IndexScope(String variable, IndexSet set, @Nullable IndexScope outer) {

    static @Nullable IndexSet find(@Nullable IndexScope scope, String variable) {
        for (IndexScope s = scope; s != null; s = s.outer) {
            if (s.variable.equals(variable)) {
                return s.set;
            }
        }
        return null;
    }

    static List<String> names(@Nullable IndexScope scope) {
        List<String> names = new ArrayList<>();
        for (IndexScope s = scope; s != null; s = s.outer) {
            names.add(s.variable);
        }
        return names;
    }
}
