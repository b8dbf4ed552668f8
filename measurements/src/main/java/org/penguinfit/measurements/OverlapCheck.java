package org.penguinfit.measurements;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.DoubleCounting.Kind;

/** Finds pairs of chosen measurements that hold the same information. */
final class OverlapCheck {
    /** One chosen measurement with all it replaces, averages and rests on. */
    private record Reach(Measurement measurement, Set<String> replaced, Set<String> averaged, Set<String> sources) {}

    private final List<Reach> chosen = new ArrayList<>();

    OverlapCheck(List<Measurement> chosen, Map<String, Measurement> byName) {
        List<Relation> parts = List.of(Relation.COMPONENTS, Relation.DERIVED_FROM);
        for (Measurement m : chosen) {
            this.chosen.add(new Reach(
                    m,
                    Relation.reach(m, byName, List.of(Relation.SUPERSEDES)),
                    Relation.reach(m, byName, List.of(Relation.COMPONENTS)),
                    Relation.reach(m, byName, parts)));
        }
    }

    List<DoubleCounting> run() {
        List<DoubleCounting> found = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            for (int j = i + 1; j < chosen.size(); j++) {
                DoubleCounting overlap = overlap(chosen.get(i), chosen.get(j));
                if (overlap != null) {
                    found.add(overlap);
                }
            }
        }
        return List.copyOf(found);
    }

    private static @Nullable DoubleCounting overlap(Reach a, Reach b) {
        DoubleCounting overlap = contains(a, b);
        if (overlap == null) {
            overlap = contains(b, a);
        }
        if (overlap == null) {
            overlap = sharedSource(a, b);
        }
        if (overlap == null) {
            overlap = outdated(a, b);
        }
        if (overlap == null) {
            overlap = outdated(b, a);
        }
        return overlap == null ? samePublication(a.measurement, b.measurement) : overlap;
    }

    private static @Nullable DoubleCounting contains(Reach a, Reach b) {
        String second = b.measurement.name();
        if (a.replaced.contains(second)) {
            return pair(Kind.SUPERSEDED, a, b, "supersedes");
        }
        if (a.averaged.contains(second)) {
            return pair(Kind.AVERAGE_AND_COMPONENT, a, b, "is an average that contains");
        }
        return a.sources.contains(second) ? pair(Kind.DERIVED_AND_SOURCE, a, b, "was computed from") : null;
    }

    private static DoubleCounting pair(Kind kind, Reach a, Reach b, String verb) {
        String first = a.measurement.name();
        String second = b.measurement.name();
        return new DoubleCounting(kind, first, second, "'" + first + "' " + verb + " '" + second + "'");
    }

    private static @Nullable DoubleCounting sharedSource(Reach a, Reach b) {
        for (String source : a.sources) {
            if (b.sources.contains(source)) {
                return both(Kind.SHARED_SOURCE, a.measurement, b.measurement, "rest on '" + source + "'");
            }
        }
        return null;
    }

    /** One that rests on what the other replaces; two successors of the same result are no overlap. */
    private static @Nullable DoubleCounting outdated(Reach a, Reach b) {
        for (String source : a.sources) {
            if (b.replaced.contains(source)) {
                return pair(Kind.SHARED_SOURCE, a, b, "rests on '" + source + "', which is superseded by");
            }
        }
        return null;
    }

    private static @Nullable DoubleCounting samePublication(Measurement a, Measurement b) {
        Set<String> keys = new HashSet<>(a.source().inspire());
        keys.retainAll(b.source().inspire());
        if (keys.isEmpty()) {
            return null;
        }
        Set<ObservableId> observables = new HashSet<>(b.observables());
        for (ObservableId observable : a.observables()) {
            if (observables.contains(observable)) {
                String key = a.source().inspire().stream()
                        .filter(keys::contains)
                        .findFirst()
                        .orElse("");
                return both(Kind.SAME_PUBLICATION, a, b, "report " + observable + " from " + key);
            }
        }
        return null;
    }

    private static DoubleCounting both(Kind kind, Measurement a, Measurement b, String what) {
        return new DoubleCounting(kind, a.name(), b.name(), "'" + a.name() + "' and '" + b.name() + "' both " + what);
    }
}
