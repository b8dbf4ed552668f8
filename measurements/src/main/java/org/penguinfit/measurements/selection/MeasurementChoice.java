package org.penguinfit.measurements.selection;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;

/**
 * Chooses measurements: what the selectors pick, what of it is in force on the date, and what of that may enter together.
 */
public final class MeasurementChoice {
    private final MeasurementSet set;
    private final SelectorIndex index;
    private final SelectionRequest request;
    /** Names that need not be verified. */
    private final Set<String> trusted;

    private final Candidates candidates = new Candidates();

    private MeasurementChoice(MeasurementSet set, SelectorIndex index, SelectionRequest request) {
        this.set = set;
        this.index = index;
        this.request = request;
        this.trusted = request.unverified() ? set.names() : named();
    }

    /**
     * Chooses.
     *
     * @param set all measurements there are
     * @param index its index, which several requests may share
     */
    public static Chosen of(MeasurementSet set, SelectorIndex index, SelectionRequest request) {
        return new MeasurementChoice(set, index, request).choose();
    }

    private Set<String> named() {
        Set<String> names = new HashSet<>();
        for (Selector selector : request.include()) {
            if (index.isExact(selector)) {
                names.addAll(index.pick(selector));
            }
        }
        return names;
    }

    private Chosen choose() {
        Set<String> out = new LinkedHashSet<>();
        request.exclude().forEach(selector -> out.addAll(index.pick(selector)));
        for (Selector selector : request.include()) {
            boolean exact = index.isExact(selector);
            for (String name : index.pick(selector)) {
                if (out.contains(name)) {
                    candidates.skip(name, "excluded");
                } else if (exact) {
                    take(name, Rank.NAMED, trusted);
                } else if (set.find(name).filter(Measurement::asPrinted).isPresent()) {
                    candidates.skip(name, "stands as printed elsewhere; name it to use it");
                } else {
                    takeIfInForce(name);
                }
            }
        }
        for (Measurement measurement : request.added()) {
            if (!out.contains(measurement.name()) && !candidates.has(measurement.name())) {
                take(measurement.name(), Rank.ADDED, trustedWith(measurement));
            }
        }
        candidates.drop(out);
        return new GivingWay(set, candidates, request.allowed()).settle();
    }

    /** Those of the command line need not be verified. */
    private Set<String> trustedWith(Measurement measurement) {
        Set<String> all = new HashSet<>(trusted);
        all.add(measurement.name());
        return all;
    }

    /** Takes a measurement, or those that stand in its place on the date. */
    private void take(String name, Rank rank, Set<String> trusted) {
        boolean itself = false;
        for (Measurement heir : set.resolve(name, request.asOf(), trusted)) {
            boolean same = heir.name().equals(name);
            itself |= same;
            candidates.take(heir, rank);
            if (!same) {
                candidates.note("'" + heir.name() + "' enters in the place of '" + name + "', which it supersedes");
            }
        }
        if (!itself) {
            candidates.skip(name, reason(name, trusted));
        }
    }

    private void takeIfInForce(String name) {
        String reason = reason(name, trusted);
        if (reason.isEmpty()) {
            set.find(name).ifPresent(measurement -> candidates.take(measurement, Rank.PICKED));
        } else {
            candidates.skip(name, reason);
        }
    }

    private String reason(String name, Set<String> trusted) {
        return set.reasonOut(name, request.asOf(), trusted).orElse("");
    }
}
