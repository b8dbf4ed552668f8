package org.penguinfit.measurements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.penguinfit.measurements.DoubleCounting.Kind;

/**
 * Finds pairs of chosen measurements that hold the same information. Names and publications are looked up, so that the work
 * grows with the number of measurements and of pairs found.
 */
final class OverlapCheck {
    /** Of more measurements that share one thing, each is only compared with the first. */
    private static final int MAX_GROUP = 32;

    private final Map<String, Measurement> byName;
    private final Map<String, Reach> chosen = new LinkedHashMap<>();
    /** Name → those chosen that rest on it. */
    private final Map<String, List<Reach>> resting = new HashMap<>();
    /** Name → those chosen that replace it, themselves or by a part. */
    private final Map<String, List<Reach>> replacing = new HashMap<>();

    private final Map<Pair, DoubleCounting> found = new LinkedHashMap<>();

    /** One chosen measurement with all it replaces, averages and rests on. */
    private record Reach(
            int place, Measurement measurement, Set<String> replaced, Set<String> averaged, Set<String> sources) {
        String name() {
            return measurement.name();
        }
    }

    /** Two places in the list of those chosen, in ascending order. */
    private record Pair(int first, int second) {}

    OverlapCheck(List<Measurement> chosen, Map<String, Measurement> byName) {
        this.byName = byName;
        List<Relation> parts = List.of(Relation.COMPONENTS, Relation.DERIVED_FROM);
        for (Measurement m : chosen) {
            Reach reach = new Reach(
                    this.chosen.size(),
                    m,
                    Relation.reach(m, byName, List.of(Relation.SUPERSEDES)),
                    Relation.reach(m, byName, List.of(Relation.COMPONENTS)),
                    Relation.reach(m, byName, parts));
            this.chosen.put(m.name(), reach);
            reach.sources.forEach(name -> add(resting, name, reach));
            replacedAlsoByParts(reach).forEach(name -> add(replacing, name, reach));
        }
    }

    private Set<String> replacedAlsoByParts(Reach reach) {
        Set<String> replaced = new LinkedHashSet<>(reach.replaced);
        for (String source : reach.sources) {
            Measurement part = byName.get(source);
            if (part != null) {
                replaced.addAll(Relation.reach(part, byName, List.of(Relation.SUPERSEDES)));
            }
        }
        return replaced;
    }

    private static <K> void add(Map<K, List<Reach>> index, K key, Reach reach) {
        index.computeIfAbsent(key, k -> new ArrayList<>()).add(reach);
    }

    /** The pairs, each once with its first reason in the order of {@link Kind}, sorted by place. */
    List<DoubleCounting> run() {
        chosen.values().forEach(this::findContained);
        chosen.values().forEach(this::findReplacedByPart);
        chosen.values().forEach(this::findOutdated);
        resting.forEach(this::findSharedSource);
        chosen.values().forEach(this::findOverlaps);
        findSamePublication();
        return found.entrySet().stream()
                .sorted((a, b) -> compare(a.getKey(), b.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static int compare(Pair a, Pair b) {
        return a.first != b.first ? Integer.compare(a.first, b.first) : Integer.compare(a.second, b.second);
    }

    private void report(Kind kind, Reach a, Reach b, String text) {
        if (a.place != b.place) {
            Pair pair = new Pair(Math.min(a.place, b.place), Math.max(a.place, b.place));
            found.putIfAbsent(pair, new DoubleCounting(kind, a.name(), b.name(), text));
        }
    }

    private void findContained(Reach a) {
        reportAll(a, a.replaced, Kind.SUPERSEDED, "supersedes");
        reportAll(a, a.averaged, Kind.AVERAGE_AND_COMPONENT, "is an average that contains");
        reportAll(a, a.sources, Kind.DERIVED_AND_SOURCE, "was computed from");
    }

    private void reportAll(Reach a, Set<String> names, Kind kind, String verb) {
        for (String name : names) {
            Reach b = chosen.get(name);
            if (b != null) {
                report(kind, a, b, text(a, verb, b));
            }
        }
    }

    private static String text(Reach a, String verb, Reach b) {
        return "'" + a.name() + "' " + verb + " '" + b.name() + "'";
    }

    private void findSharedSource(String source, List<Reach> group) {
        eachPair(group, (a, b) -> report(Kind.SHARED_SOURCE, a, b, both(a, b, "rest on '" + source + "'")));
    }

    private void findReplacedByPart(Reach old) {
        for (Reach b : replacing.getOrDefault(old.name(), List.of())) {
            report(Kind.SUPERSEDED, b, old, "a part of " + text(b, "supersedes", old));
        }
    }

    /** One that rests on what the other replaces; two successors of the same result are no overlap. */
    private void findOutdated(Reach a) {
        for (String source : a.sources) {
            for (Reach b : replacing.getOrDefault(source, List.of())) {
                String by = b.replaced.contains(source) ? "superseded by" : "superseded by a part of";
                report(Kind.OUTDATED, a, b, text(a, "rests on '" + source + "', which is " + by, b));
            }
        }
    }

    /** What its own file names, and what the files of its parts name; the other side may be a part as well. */
    private void findOverlaps(Reach a) {
        findOverlapsOf(a, a.measurement);
        for (String source : a.sources) {
            Measurement part = byName.get(source);
            if (part != null) {
                findOverlapsOf(a, part);
            }
        }
    }

    private void findOverlapsOf(Reach a, Measurement part) {
        boolean isOwn = part.name().equals(a.name());
        for (String name : part.overlaps()) {
            Reach b = chosen.get(name);
            if (b != null) {
                report(Kind.OVERLAP, a, b, isOwn ? text(a, "shares data with", b) : of(a, part, name));
            }
        }
        for (String name : part.overlaps()) {
            for (Reach other : resting.getOrDefault(name, List.of())) {
                String text =
                        "'" + other.name() + "' rests on '" + name + "', which shares data with '" + part.name() + "'";
                report(Kind.OVERLAP, a, other, isOwn ? text : text + ", a part of '" + a.name() + "'");
            }
        }
    }

    private static String of(Reach a, Measurement part, String name) {
        return "'" + a.name() + "' rests on '" + part.name() + "', which shares data with '" + name + "'";
    }

    /** A statement on one observable in one publication: {@code A} itself, or a part that {@code A} rests on. */
    private record Statement(Reach of, Measurement origin) {
        boolean isOwn() {
            return origin.name().equals(of.name());
        }
    }

    private void findSamePublication() {
        Map<String, List<Statement>> statements = new LinkedHashMap<>();
        for (Reach a : chosen.values()) {
            collect(a, a.measurement, statements);
        }
        Set<String> own = new LinkedHashSet<>(statements.keySet());
        for (Reach a : chosen.values()) {
            for (String source : a.sources) {
                Measurement part = byName.get(source);
                if (part != null) {
                    collect(a, part, statements);
                }
            }
        }
        for (String key : own) {
            eachPair(statements.getOrDefault(key, List.of()), (a, b) -> samePublication(key, a, b));
        }
    }

    private static void collect(Reach a, Measurement origin, Map<String, List<Statement>> statements) {
        Set<String> publications = new LinkedHashSet<>(origin.source().inspire());
        origin.source().arxiv().forEach(id -> publications.add("arXiv:" + id));
        for (String publication : publications) {
            for (ObservableId observable : origin.observables()) {
                statements
                        .computeIfAbsent(observable + " from " + publication, k -> new ArrayList<>())
                        .add(new Statement(a, origin));
            }
        }
    }

    private void samePublication(String what, Statement a, Statement b) {
        if (independent(a.origin, b.origin)) {
            return;
        }
        if (a.isOwn() && b.isOwn()) {
            report(Kind.SAME_PUBLICATION, a.of, b.of, both(a.of, b.of, "report " + what));
        } else if (b.isOwn()) {
            report(Kind.SAME_PUBLICATION, a.of, b.of, restsOn(a, b, what));
        } else if (a.isOwn()) {
            report(Kind.SAME_PUBLICATION, b.of, a.of, restsOn(b, a, what));
        }
    }

    private static String restsOn(Statement whole, Statement other, String what) {
        return "'" + whole.of.name() + "' rests on '" + whole.origin.name() + "', which like '" + other.of.name()
                + "' reports " + what;
    }

    private static boolean independent(Measurement a, Measurement b) {
        return a.independentOf().contains(b.name()) || b.independentOf().contains(a.name());
    }

    private static String both(Reach a, Reach b, String what) {
        return "'" + a.name() + "' and '" + b.name() + "' both " + what;
    }

    private interface PairVisitor<T> {
        void visit(T a, T b);
    }

    private static <T> void eachPair(List<T> group, PairVisitor<T> visitor) {
        int firsts = group.size() > MAX_GROUP ? 1 : group.size();
        for (int i = 0; i < firsts; i++) {
            for (int j = i + 1; j < group.size(); j++) {
                visitor.visit(group.get(i), group.get(j));
            }
        }
    }
}
