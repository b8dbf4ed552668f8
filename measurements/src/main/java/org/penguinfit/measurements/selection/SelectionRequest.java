package org.penguinfit.measurements.selection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.penguinfit.measurements.Measurement;

/**
 * What a user wants to enter.
 *
 * @param include what to pick
 * @param exclude what never enters
 * @param added measurements that enter besides, if in force; they give way to those that are picked
 * @param asOf only what was public on that day counts; empty: everything
 * @param unverified whether patterns pick numbers that nobody compared with their source
 * @param allowed groups of names that may count the same data several times
 */
public record SelectionRequest(
        List<Selector> include,
        List<Selector> exclude,
        List<Measurement> added,
        Optional<LocalDate> asOf,
        boolean unverified,
        List<List<String>> allowed) {
    public SelectionRequest {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        added = List.copyOf(added);
        allowed = allowed.stream().map(List::copyOf).toList();
    }

    /** A plain request: selectors and a date. */
    public static SelectionRequest of(List<Selector> include, Optional<LocalDate> asOf) {
        return new SelectionRequest(include, List.of(), List.of(), asOf, false, List.of());
    }
}
