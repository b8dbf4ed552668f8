package org.penguinfit.likelihoods.expression;

import java.util.List;

/**
 * A named, ordered set of index labels, such as {@code nu: [e, mu, tau]}.
 *
 * @param labels at least one, each once
 */
public record IndexSet(String name, List<String> labels) {
    public IndexSet {
        labels = List.copyOf(labels);
    }
}
