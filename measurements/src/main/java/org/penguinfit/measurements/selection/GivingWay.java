package org.penguinfit.measurements.selection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.DoubleCounting;
import org.penguinfit.measurements.DoubleCounting.Kind;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.UpperLimit;

/**
 * Settles who stays where candidates count the same data twice. What was asked for by name stays; what patterns picked gives
 * way to it; what was only added gives way to both. Among picked ones a whole gives way to its parts, a limit to a value,
 * and else the older to the newer. Two that were asked for by name are a conflict for the user.
 */
final class GivingWay {
    private final MeasurementSet set;
    private final Candidates candidates;
    private final AllowedPairs allowed;
    private final Map<String, Integer> order = new HashMap<>();

    GivingWay(MeasurementSet set, Candidates candidates, List<List<String>> allowed) {
        this.set = set;
        this.candidates = candidates;
        this.allowed = new AllowedPairs(allowed);
        for (Measurement measurement : candidates.all()) {
            order.put(measurement.name(), order.size());
        }
    }

    Chosen settle() {
        dropTheWeaker(Rank.NAMED);
        dropWholes();
        dropLimits();
        dropTheOlder();
        List<DoubleCounting> conflicts = new ArrayList<>();
        for (DoubleCounting pair : set.doubleCounting(candidates.all())) {
            if (allowed.has(pair)) {
                candidates.note(pair.text() + "; the fit allows to count both");
            } else {
                conflicts.add(pair);
            }
        }
        return new Chosen(candidates.all(), candidates.skipped(), candidates.notes(), conflicts);
    }

    /** Pairs among all that are still in, the preferred ones first; allowed pairs are left out. */
    private List<DoubleCounting> pairs() {
        List<Measurement> sorted = new ArrayList<>(candidates.all());
        sorted.sort(preference());
        return set.doubleCounting(sorted).stream()
                .filter(pair -> !allowed.has(pair))
                .toList();
    }

    /** Asked for more strongly, then newer, then earlier in the list. */
    private Comparator<Measurement> preference() {
        return Comparator.comparing((Measurement m) -> candidates.rank(m.name()))
                .reversed()
                .thenComparing(m -> m.date().orElse(LocalDate.MIN), Comparator.reverseOrder())
                .thenComparing(m -> order.getOrDefault(m.name(), 0));
    }

    private boolean bothIn(DoubleCounting pair) {
        return candidates.has(pair.first()) && candidates.has(pair.second());
    }

    /** True if neither was asked for by name, and both as strongly. */
    private boolean areEqual(DoubleCounting pair) {
        Rank rank = candidates.rank(pair.first());
        return rank != Rank.NAMED && rank == candidates.rank(pair.second());
    }

    private void dropTheWeaker(Rank strong) {
        for (DoubleCounting pair : pairs()) {
            boolean first = candidates.rank(pair.first()) == strong;
            boolean second = candidates.rank(pair.second()) == strong;
            if (first != second && bothIn(pair)) {
                String kept = first ? pair.first() : pair.second();
                String loser = first ? pair.second() : pair.first();
                boolean added = candidates.rank(loser) == Rank.ADDED;
                candidates.giveWay(
                        loser, added ? ofAdded(pair) : pair.text() + "; '" + kept + "' is asked for by name");
            }
        }
    }

    /** Averages, derived and outdated results give way to their parts or what replaced those. */
    private void dropWholes() {
        Map<String, List<DoubleCounting>> wholes = new LinkedHashMap<>();
        for (DoubleCounting pair : pairs()) {
            if (areEqual(pair) && isWhole(pair.kind())) {
                String loser = pair.kind() == Kind.SUPERSEDED ? pair.second() : pair.first();
                wholes.computeIfAbsent(loser, name -> new ArrayList<>()).add(pair);
            }
        }
        Set<String> losers = Set.copyOf(wholes.keySet());
        wholes.forEach((loser, pairs) -> candidates.giveWay(loser, reason(loser, pairs, losers)));
    }

    private static boolean isWhole(Kind kind) {
        return switch (kind) {
            case SUPERSEDED, AVERAGE_AND_COMPONENT, DERIVED_AND_SOURCE, OUTDATED -> true;
            case SHARED_SOURCE, OVERLAP, SAME_PUBLICATION -> false;
        };
    }

    /** The sentence about one that stays, if there is one. */
    private static String reason(String loser, List<DoubleCounting> pairs, Set<String> losers) {
        for (DoubleCounting pair : pairs) {
            String other = pair.first().equals(loser) ? pair.second() : pair.first();
            if (!losers.contains(other)) {
                return pair.text();
            }
        }
        return pairs.get(0).text();
    }

    private void dropLimits() {
        for (DoubleCounting pair : pairs()) {
            if (pair.kind() == Kind.SAME_PUBLICATION && areEqual(pair) && bothIn(pair)) {
                boolean first = isLimit(candidates.get(pair.first()));
                if (first != isLimit(candidates.get(pair.second()))) {
                    candidates.giveWay(first ? pair.first() : pair.second(), pair.text() + "; a limit says less");
                }
            }
        }
    }

    /** True if no result of it has a value of its own. */
    private static boolean isLimit(Measurement measurement) {
        for (PublishedResult result : measurement.results()) {
            if (!(result instanceof SingleResult single) || !(single.value() instanceof UpperLimit)) {
                return false;
            }
        }
        return true;
    }

    /** Of what is left the newer stays; what was only added gives way to all others. */
    private void dropTheOlder() {
        boolean changed = true;
        while (changed) { // a group of very many is compared with its first only, so one round may not be enough
            changed = false;
            Map<String, List<DoubleCounting>> conflicts = conflicts();
            Set<String> kept = new HashSet<>();
            List<Measurement> sorted = new ArrayList<>(candidates.all());
            sorted.sort(preference());
            for (Measurement measurement : sorted) {
                DoubleCounting pair = withKept(measurement.name(), conflicts, kept);
                if (pair == null || candidates.rank(measurement.name()) == Rank.NAMED) {
                    kept.add(measurement.name());
                } else {
                    candidates.giveWay(measurement.name(), reason(measurement, pair));
                    changed = true;
                }
            }
        }
    }

    private Map<String, List<DoubleCounting>> conflicts() {
        Map<String, List<DoubleCounting>> conflicts = new HashMap<>();
        for (DoubleCounting pair : pairs()) {
            conflicts.computeIfAbsent(pair.first(), name -> new ArrayList<>()).add(pair);
            conflicts.computeIfAbsent(pair.second(), name -> new ArrayList<>()).add(pair);
        }
        return conflicts;
    }

    private static @Nullable DoubleCounting withKept(
            String name, Map<String, List<DoubleCounting>> conflicts, Set<String> kept) {
        for (DoubleCounting pair : conflicts.getOrDefault(name, List.of())) {
            if (kept.contains(pair.first().equals(name) ? pair.second() : pair.first())) {
                return pair;
            }
        }
        return null;
    }

    private String reason(Measurement loser, DoubleCounting pair) {
        if (candidates.rank(loser.name()) == Rank.ADDED) {
            return ofAdded(pair);
        }
        String other = pair.first().equals(loser.name()) ? pair.second() : pair.first();
        boolean newer = !candidates.get(other).date().equals(loser.date());
        return pair.text() + "; '" + other + "' " + (newer ? "is newer" : "stands first");
    }

    private static String ofAdded(DoubleCounting pair) {
        return "would count the same data twice: " + pair.text() + "; exclude the other to use it";
    }
}
