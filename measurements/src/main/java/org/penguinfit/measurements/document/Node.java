package org.penguinfit.measurements.document;

/** One value of a located document: a map, a list or a scalar. */
public sealed interface Node permits MapNode, ListNode, ScalarNode {
    /** Where the value starts. */
    Location location();

    /** The way from the root to here. */
    KeyPath place();

    /** Key path from the root as a text, such as {@code tasks.combined.levels[0]}; empty at the root. */
    default String path() {
        return place().toString();
    }

    /** Short text for messages, such as {@code a map}, {@code a list} or {@code 'abc'}. */
    String describe();
}
