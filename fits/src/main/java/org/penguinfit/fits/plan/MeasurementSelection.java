package org.penguinfit.fits.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.penguinfit.fits.config.Selector;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.measurements.DoubleCounting;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.Selection;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Location;

/** Resolves selectors to the measurements that are in force on a date. */
final class MeasurementSelection {
    private final MeasurementInputs inputs;
    private final MeasurementSet set;
    private final Optional<LocalDate> asOf;
    private final Diagnostics diagnostics;

    MeasurementSelection(MeasurementInputs inputs, Optional<LocalDate> asOf, Diagnostics diagnostics) {
        this.inputs = inputs;
        this.set = inputs.set();
        this.asOf = asOf;
        this.diagnostics = diagnostics;
    }

    /** Reports every selector that picks nothing, also where no task uses it. */
    void check(List<Selector> selectors) {
        selectors.forEach(this::candidates);
    }

    /**
     * Measurements of one task.
     *
     * @param include selectors, of which each must pick something
     * @param exclude selectors taken out again
     * @param added measurements that enter besides, if in force
     */
    Selected select(List<Selector> include, List<Selector> exclude, List<Measurement> added) {
        Map<String, Measurement> chosen = new LinkedHashMap<>();
        Map<String, FitResult.Skip> skipped = new LinkedHashMap<>();
        Set<String> replacements = new LinkedHashSet<>();
        Set<String> out = new LinkedHashSet<>();
        for (Selector selector : exclude) {
            out.addAll(candidates(selector));
        }
        for (Selector selector : include) {
            for (String name : candidates(selector)) {
                if (!out.contains(name)) {
                    resolve(name, selector.kind() == Selector.Kind.NAME, chosen, skipped, replacements);
                }
            }
        }
        for (Measurement measurement : added) {
            String overlap = overlap(chosen, measurement);
            if (out.contains(measurement.name()) || chosen.containsKey(measurement.name())) {
                continue;
            }
            if (overlap.isEmpty()) {
                resolve(measurement.name(), true, chosen, skipped, replacements);
            } else {
                // Nobody asked for it by name, so it gives way; asked for by name it is an error.
                skipped.put(
                        measurement.name(),
                        new FitResult.Skip(
                                measurement.name(),
                                "would count the same data twice: " + overlap + "; exclude the other to use it"));
            }
        }
        out.forEach(chosen::remove);
        List<Measurement> measurements = List.copyOf(chosen.values());
        return new Selected(measurements, List.copyOf(skipped.values()), List.copyOf(replacements));
    }

    /** Why a measurement must not enter beside those chosen, or an empty text. */
    private String overlap(Map<String, Measurement> chosen, Measurement measurement) {
        if (!set.resolve(measurement.name(), asOf).contains(measurement)) {
            return ""; // it is not in force and cannot enter anyway
        }
        for (Measurement other : chosen.values()) {
            for (DoubleCounting pair : set.doubleCounting(List.of(other, measurement))) {
                return pair.text();
            }
        }
        return "";
    }

    private void resolve(
            String name,
            boolean byName,
            Map<String, Measurement> chosen,
            Map<String, FitResult.Skip> skipped,
            Set<String> replacements) {
        List<Measurement> heirs = byName ? set.resolve(name, asOf) : inForce(name);
        boolean itself = false;
        for (Measurement heir : heirs) {
            itself |= heir.name().equals(name);
            chosen.put(heir.name(), heir);
            if (!heir.name().equals(name)) {
                replacements.add("'" + heir.name() + "' enters in the place of '" + name + "', which it supersedes");
            }
        }
        if (!itself) {
            skipped.put(name, new FitResult.Skip(name, reason(name, byName)));
        }
    }

    private List<Measurement> inForce(String name) {
        for (Measurement measurement : set.inForce(asOf).used()) {
            if (measurement.name().equals(name)) {
                return List.of(measurement);
            }
        }
        return List.of();
    }

    /** A result asked for by name need not be verified. */
    private String reason(String name, boolean byName) {
        Set<String> named = byName ? Set.of(name) : Set.of();
        for (Selection.Skipped skip : set.inForce(asOf, named).skipped()) {
            if (skip.name().equals(name)) {
                return skip.reason();
            }
        }
        return "not in force";
    }

    /** Names that a selector picks, in force or not; reports one that picks nothing. */
    private List<String> candidates(Selector selector) {
        List<String> names = new ArrayList<>();
        Pattern glob = selector.kind() == Selector.Kind.GLOB ? glob(selector.text()) : Pattern.compile("");
        for (Measurement measurement : set.all()) {
            boolean picked = switch (selector.kind()) {
                case NAME -> measurement.name().equals(selector.text());
                case GLOB -> glob.matcher(measurement.name()).matches();
                case OBSERVABLE -> measures(measurement, selector.text());
            };
            if (picked) {
                names.add(measurement.name());
            }
        }
        if (names.isEmpty() && !mayBeBroken(selector)) {
            reportNothing(selector);
        }
        return names;
    }

    /** True if the selector might have picked something that could not be read, whose errors are reported anyway. */
    private boolean mayBeBroken(Selector selector) {
        return selector.kind() == Selector.Kind.NAME ? inputs.mayBeBroken(selector.text()) : !inputs.good();
    }

    private void reportNothing(Selector selector) {
        TreeSet<String> known = new TreeSet<>();
        if (selector.kind() == Selector.Kind.OBSERVABLE) {
            for (Measurement measurement : set.all()) {
                for (ObservableId id : measurement.observables()) {
                    known.add(id.toString());
                }
            }
        } else {
            known.addAll(set.names());
        }
        String what = switch (selector.kind()) {
            case NAME -> "no measurement named '";
            case GLOB -> "no measurement has a name like '";
            case OBSERVABLE -> "no measurement of the observable '";
        };
        diagnostics.error(
                selector.location(),
                selector.path(),
                what + selector.text() + "'",
                "",
                DidYouMean.suggestOrList(selector.text(), known));
    }

    private static boolean measures(Measurement measurement, String observable) {
        for (ObservableId id : measurement.observables()) {
            if (id.toString().equals(observable) || id.name().equals(observable)) {
                return true;
            }
        }
        return false;
    }

    private static Pattern glob(String text) {
        StringBuilder regex = new StringBuilder();
        for (String part : text.split("\\*", -1)) {
            regex.append(regex.length() == 0 ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(regex.toString());
    }

    /** What a measurement rests on that is superseded by now, one sentence each. */
    List<String> outdatedParts(Measurement measurement) {
        return set.outdatedParts(measurement, asOf);
    }

    /** Reports pairs of a task's measurements that hold the same information. */
    void refuseDoubleCounting(List<Measurement> chosen, Location location, String path) {
        for (DoubleCounting pair : set.doubleCounting(chosen)) {
            diagnostics.error(
                    location,
                    path,
                    "a task must not count the same data twice",
                    pair.text(),
                    "exclude '" + pair.second() + "' or '" + pair.first() + "'");
        }
    }
}
