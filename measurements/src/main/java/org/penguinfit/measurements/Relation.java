package org.penguinfit.measurements;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Follows the names that measurements give of each other, directly and by way of others. */
record Relation(String key, Function<Lineage, List<Lineage.Reference>> references) {
    static final Relation SUPERSEDES = new Relation("supersedes", Lineage::supersedes);
    static final Relation COMPONENTS = new Relation("components", Lineage::components);
    static final Relation DERIVED_FROM = new Relation("derived-from", Lineage::derivedFrom);
    static final Relation OVERLAPS = new Relation("overlaps", Lineage::overlaps);
    static final Relation INDEPENDENT_OF = new Relation("independent-of", Lineage::independentOf);
    /** Those that point from a newer or composed result to others, and so must not run in a circle. */
    static final List<Relation> DIRECTED = List.of(SUPERSEDES, COMPONENTS, DERIVED_FROM);
    /** Those that hold for both sides, whichever of them says it. */
    static final List<Relation> MUTUAL = List.of(OVERLAPS, INDEPENDENT_OF);

    List<Lineage.Reference> of(Measurement measurement) {
        return references.apply(measurement.lineage());
    }

    /** Names that a measurement reaches in one or more steps along any of the relations; its own only if there is a circle. */
    static Set<String> reach(Measurement from, Map<String, Measurement> byName, List<Relation> along) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<Measurement> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Measurement here = open.remove();
            for (Relation relation : along) {
                for (Lineage.Reference reference : relation.of(here)) {
                    Measurement next = byName.get(reference.name());
                    if (reached.add(reference.name()) && next != null) {
                        open.add(next);
                    }
                }
            }
        }
        return reached;
    }
}
