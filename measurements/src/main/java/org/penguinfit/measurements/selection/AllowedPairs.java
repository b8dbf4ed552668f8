package org.penguinfit.measurements.selection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.penguinfit.measurements.DoubleCounting;

/** Which measurements may enter together although they count the same data twice. */
final class AllowedPairs {
    private final Map<String, Set<Integer>> groups = new HashMap<>();

    AllowedPairs(List<List<String>> groups) {
        for (int i = 0; i < groups.size(); i++) {
            for (String name : groups.get(i)) {
                this.groups.computeIfAbsent(name, n -> new HashSet<>()).add(i);
            }
        }
    }

    boolean has(DoubleCounting pair) {
        Set<Integer> first = groups.getOrDefault(pair.first(), Set.of());
        Set<Integer> second = groups.getOrDefault(pair.second(), Set.of());
        return first.stream().anyMatch(second::contains);
    }
}
