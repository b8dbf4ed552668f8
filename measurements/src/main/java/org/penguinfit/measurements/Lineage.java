package org.penguinfit.measurements;

import java.util.List;
import org.penguinfit.measurements.document.Location;

/**
 * How a measurement hangs together with others, by name.
 *
 * @param supersedes those it replaces
 * @param components those an average was made of
 * @param derivedFrom those it was computed from
 */
public record Lineage(List<Reference> supersedes, List<Reference> components, List<Reference> derivedFrom) {
    /** It stands alone. */
    public static final Lineage NONE = new Lineage(List.of(), List.of(), List.of());

    /**
     * The name of another measurement.
     *
     * @param name as in its file
     * @param location where this file names it
     */
    public record Reference(String name, Location location) {}

    public Lineage {
        supersedes = List.copyOf(supersedes);
        components = List.copyOf(components);
        derivedFrom = List.copyOf(derivedFrom);
    }
}
