package org.penguinfit.measurements.document;

import java.util.List;

/** A list. */
public record ListNode(Location location, KeyPath place, List<Node> items) implements Node {
    public ListNode {
        items = List.copyOf(items);
    }

    /** A list at a path that is written out already. */
    public ListNode(Location location, String path, List<Node> items) {
        this(location, KeyPath.of(path), items);
    }

    @Override
    public String describe() {
        return items.isEmpty() ? "an empty list" : "a list of " + items.size();
    }
}
