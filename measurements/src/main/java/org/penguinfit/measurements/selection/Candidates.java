package org.penguinfit.measurements.selection;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.Selection.Skipped;

/** Those that may enter, each with its rank, and those that do not. */
final class Candidates {
    private final Map<String, Measurement> chosen = new LinkedHashMap<>();
    private final Map<String, Rank> ranks = new LinkedHashMap<>();
    private final Map<String, Skipped> skipped = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    void take(Measurement measurement, Rank rank) {
        chosen.putIfAbsent(measurement.name(), measurement);
        ranks.merge(measurement.name(), rank, (a, b) -> a.compareTo(b) < 0 ? b : a);
        skipped.remove(measurement.name());
    }

    void skip(String name, String reason) {
        if (!chosen.containsKey(name)) {
            skipped.putIfAbsent(name, new Skipped(name, reason));
        }
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    void drop(Set<String> names) {
        names.forEach(this::forget);
    }

    void giveWay(String name, String reason) {
        forget(name);
        skipped.putIfAbsent(name, new Skipped(name, reason));
    }

    private void forget(String name) {
        chosen.remove(name);
        ranks.remove(name);
    }

    boolean has(String name) {
        return chosen.containsKey(name);
    }

    Measurement get(String name) {
        Measurement measurement = chosen.get(name);
        if (measurement == null) {
            throw new IllegalArgumentException("'" + name + "' is no candidate");
        }
        return measurement;
    }

    Rank rank(String name) {
        return ranks.getOrDefault(name, Rank.ADDED);
    }

    List<Measurement> all() {
        return List.copyOf(chosen.values());
    }

    List<Skipped> skipped() {
        return List.copyOf(skipped.values());
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
