package org.penguinfit.measurements;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;

/** Reports names that no measurement has (a warning: its file may not be loaded) and relations that run in a circle. */
final class LineageCheck {
    private final Map<String, Measurement> byName;
    private final Diagnostics diagnostics;

    LineageCheck(Map<String, Measurement> byName, Diagnostics diagnostics) {
        this.byName = byName;
        this.diagnostics = diagnostics;
    }

    void run() {
        for (Relation relation : Relation.DIRECTED) {
            Set<String> done = new HashSet<>();
            for (Measurement measurement : byName.values()) {
                warnOfUnknown(measurement, relation);
                refuseCircles(measurement, relation, new ArrayList<>(), done);
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
                        DidYouMean.suggest(reference.name(), byName.keySet()));
            }
        }
    }

    /** Depth first; chains are short, and a measurement is entered once. */
    private void refuseCircles(Measurement here, Relation relation, List<String> trail, Set<String> done) {
        if (!done.add(here.name())) {
            return;
        }
        trail.add(here.name());
        for (Lineage.Reference reference : relation.of(here)) {
            int start = trail.indexOf(reference.name());
            Measurement next = byName.get(reference.name());
            if (start >= 0) {
                reportCircle(here, relation, reference, trail.subList(start, trail.size()));
            } else if (next != null) {
                refuseCircles(next, relation, trail, done);
            }
        }
        trail.remove(trail.size() - 1);
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
