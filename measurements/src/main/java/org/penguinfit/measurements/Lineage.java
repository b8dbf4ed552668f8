package org.penguinfit.measurements;

import java.util.List;
import org.penguinfit.measurements.document.Location;

/**
 * How a measurement hangs together with others, by name.
 *
 * @param supersedes those it replaces
 * @param components those an average was made of
 * @param derivedFrom those it was computed from
 * @param overlaps those it shares data with; said in one of the two files it holds for both
 * @param independentOf those of the same publication and observable whose data are others; holds for both, too
 */
public record Lineage(
        List<Reference> supersedes,
        List<Reference> components,
        List<Reference> derivedFrom,
        List<Reference> overlaps,
        List<Reference> independentOf) {
    /** It stands alone. */
    public static final Lineage NONE = new Lineage(List.of(), List.of(), List.of(), List.of(), List.of());

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
        overlaps = List.copyOf(overlaps);
        independentOf = List.copyOf(independentOf);
    }
}
