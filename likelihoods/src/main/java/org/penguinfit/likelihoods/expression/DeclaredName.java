package org.penguinfit.likelihoods.expression;

import java.util.List;

/**
 * The left side of a declaration.
 *
 * @param name the declared name
 * @param slots its indices, empty for a scalar
 */
public record DeclaredName(String name, List<Slot> slots) {
    public DeclaredName {
        slots = List.copyOf(slots);
    }

    /**
     * One index of a declaration.
     *
     * @param index a variable or a label
     * @param set the index set a variable runs over; empty if none is named
     */
    public record Slot(int offset, String index, String set) {}
}
