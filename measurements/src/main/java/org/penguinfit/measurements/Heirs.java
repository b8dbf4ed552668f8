package org.penguinfit.measurements;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks over all that supersede a measurement, directly or by way of others, the nearest first; stops early for free. */
final class Heirs implements Iterator<Measurement> {
    private final Map<String, List<Measurement>> successors;
    private final Deque<Measurement> open = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();

    /** {@code successors}: superseded name → those that name it. */
    Heirs(String name, Map<String, List<Measurement>> successors) {
        this.successors = successors;
        seen.add(name); // in a circle, which is reported, it would meet itself
        openSuccessors(name);
    }

    private void openSuccessors(String name) {
        for (Measurement successor : successors.getOrDefault(name, List.of())) {
            if (seen.add(successor.name())) {
                open.add(successor);
            }
        }
    }

    @Override
    public boolean hasNext() {
        return !open.isEmpty();
    }

    @Override
    public Measurement next() {
        Measurement next = open.remove();
        openSuccessors(next.name());
        return next;
    }
}
