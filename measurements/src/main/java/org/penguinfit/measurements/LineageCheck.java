package org.penguinfit.measurements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;

/** Reports names that no measurement has (a warning: its file may not be loaded) and relations that run in a circle. */
final class LineageCheck {
    private final Map<String, Measurement> byName;
    private final Diagnostics diagnostics;
    /** Each suggestion looks at all names: enough for a reader of the first messages. */
    private int suggestionsLeft = 50;

    LineageCheck(Map<String, Measurement> byName, Diagnostics diagnostics) {
        this.byName = byName;
        this.diagnostics = diagnostics;
    }

    void run() {
        for (Relation relation : Relation.DIRECTED) {
            Set<String> done = new HashSet<>();
            for (Measurement measurement : byName.values()) {
                warnOfUnknown(measurement, relation);
                refuseCircles(measurement, relation, done);
            }
        }
        for (Relation relation : Relation.MUTUAL) {
            for (Measurement measurement : byName.values()) {
                warnOfUnknown(measurement, relation);
                refuseItself(measurement, relation);
            }
        }
        byName.values().forEach(this::refuseContradiction);
    }

    private void refuseItself(Measurement measurement, Relation relation) {
        for (Lineage.Reference reference : relation.of(measurement)) {
            if (reference.name().equals(measurement.name())) {
                reportItself(measurement, relation, reference);
            }
        }
    }

    /** Two results cannot share data and be independent; either may stand in either file. */
    private void refuseContradiction(Measurement measurement) {
        for (Lineage.Reference reference : measurement.lineage().independentOf()) {
            Measurement other = byName.get(reference.name());
            boolean contradicted = names(measurement.lineage().overlaps(), reference.name())
                    || (other != null && names(other.lineage().overlaps(), measurement.name()));
            if (contradicted && !reference.name().equals(measurement.name())) {
                diagnostics.error(
                        reference.location(),
                        path(measurement, Relation.INDEPENDENT_OF),
                        "measurements that share data are not independent",
                        "'" + reference.name() + "' also under 'overlaps'",
                        "remove one");
            }
        }
    }

    private static boolean names(List<Lineage.Reference> references, String name) {
        return references.stream().anyMatch(r -> r.name().equals(name));
    }

    private void warnOfUnknown(Measurement measurement, Relation relation) {
        for (Lineage.Reference reference : relation.of(measurement)) {
            if (!byName.containsKey(reference.name())) {
                diagnostics.warning(
                        reference.location(),
                        path(measurement, relation),
                        "no measurement of this name is loaded",
                        "'" + reference.name() + "'",
                        suggestionsLeft-- > 0 ? DidYouMean.suggest(reference.name(), byName.keySet()) : "");
            }
        }
    }

    /** One measurement on the way down, with the references of its that are still to follow. */
    private record Step(Measurement measurement, Iterator<Lineage.Reference> open) {}

    /** Depth first, without recursion since chains may be long; a measurement is entered once. */
    private void refuseCircles(Measurement start, Relation relation, Set<String> done) {
        if (!done.add(start.name())) {
            return;
        }
        Map<String, Integer> places = new HashMap<>();
        List<Step> trail = new ArrayList<>();
        enter(start, relation, trail, places);
        while (!trail.isEmpty()) {
            Step here = trail.get(trail.size() - 1);
            if (!here.open.hasNext()) {
                places.remove(here.measurement.name());
                trail.remove(trail.size() - 1);
                continue;
            }
            Lineage.Reference reference = here.open.next();
            Integer place = places.get(reference.name());
            Measurement next = byName.get(reference.name());
            if (place != null) {
                List<String> circle = trail.subList(place, trail.size()).stream()
                        .map(step -> step.measurement.name())
                        .toList();
                reportCircle(here.measurement, relation, reference, circle);
            } else if (next != null && done.add(next.name())) {
                enter(next, relation, trail, places);
            }
        }
    }

    private static void enter(Measurement next, Relation relation, List<Step> trail, Map<String, Integer> places) {
        places.put(next.name(), trail.size());
        trail.add(new Step(next, relation.of(next).iterator()));
    }

    private void reportCircle(Measurement here, Relation relation, Lineage.Reference closing, List<String> circle) {
        String path = path(here, relation);
        if (circle.size() == 1) {
            reportItself(here, relation, closing);
            return;
        }
        String round = String.join("' -> '", circle) + "' -> '" + closing.name();
        diagnostics.error(closing.location(), path, "must not run in a circle", "'" + round + "'", "");
    }

    private void reportItself(Measurement here, Relation relation, Lineage.Reference reference) {
        diagnostics.error(
                reference.location(),
                path(here, relation),
                "a measurement must not name itself",
                "'" + here.name() + "'",
                "");
    }

    private static String path(Measurement measurement, Relation relation) {
        return measurement.name() + "." + relation.key();
    }
}
