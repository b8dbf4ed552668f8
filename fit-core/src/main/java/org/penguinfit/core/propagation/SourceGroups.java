package org.penguinfit.core.propagation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sources of uncertainty: each has a name and the parameters that belong to it. A parameter belongs to at most one source;
 * the budget counts those that belong to none under {@link #REST}.
 *
 * @param groups the sources, in the order of the budget
 */
public record SourceGroups(List<Group> groups) {
    /** Name of the source of all parameters that belong to no other. */
    public static final String REST = "rest";

    /** Requires different names and different parameters. */
    public SourceGroups {
        groups = List.copyOf(groups);
        Set<String> names = new HashSet<>();
        Set<Integer> seen = new HashSet<>();
        for (Group group : groups) {
            if (!names.add(group.name())) {
                throw new IllegalArgumentException("source " + group.name() + " appears twice");
            }
            for (int parameter : group.parameters()) {
                if (!seen.add(parameter)) {
                    throw new IllegalArgumentException("parameter " + parameter + " belongs to two sources");
                }
            }
        }
    }

    /**
     * One source.
     *
     * @param name its name, not blank
     * @param parameters indices into θ, at least one
     */
    public record Group(String name, List<Integer> parameters) {
        /** Requires a name and a parameter. */
        public Group {
            parameters = List.copyOf(parameters);
            if (name.isBlank() || parameters.isEmpty()) {
                throw new IllegalArgumentException(
                        "a source needs a name and parameters, found '" + name + "' with " + parameters.size());
            }
        }
    }

    /** Each parameter is a source of its own, with its name. */
    public static SourceGroups eachParameter(List<String> names) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            groups.add(new Group(names.get(i), List.of(i)));
        }
        return new SourceGroups(groups);
    }

    /**
     * The sources with {@link #REST} for what they leave out of the uncertain parameters.
     *
     * @throws IllegalArgumentException when a source names a parameter beyond {@code size}
     */
    SourceGroups covering(List<Integer> uncertain, int size) {
        Set<Integer> left = new HashSet<>(uncertain);
        for (Group group : groups) {
            for (int parameter : group.parameters()) {
                if (parameter < 0 || parameter >= size) {
                    throw new IllegalArgumentException(
                            "source " + group.name() + ": no parameter " + parameter + " among " + size);
                }
                left.remove(parameter);
            }
        }
        if (left.isEmpty()) {
            return this;
        }
        List<Group> all = new ArrayList<>(groups);
        all.add(new Group(REST, left.stream().sorted().toList()));
        return new SourceGroups(all);
    }
}
