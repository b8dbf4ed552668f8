package org.penguinfit.measurements.document;

import java.util.List;

/** A list. */
public record ListNode(Location location, String path, List<Node> items) implements Node {
    public ListNode {
        items = List.copyOf(items);
    }

    @Override
    public String describe() {
        return items.isEmpty() ? "an empty list" : "a list of " + items.size();
    }
}
