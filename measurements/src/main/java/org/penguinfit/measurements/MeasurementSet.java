package org.penguinfit.measurements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.Selection.Skipped;
import org.penguinfit.measurements.document.Diagnostics;

/** Many measurements by unique name, and the rules that say which of them are in force. Immutable. */
public final class MeasurementSet {
    private final Map<String, Measurement> byName;
    /** Superseded name → those that name it, in file order. */
    private final Map<String, List<Measurement>> successors = new HashMap<>();

    private final CrossCorrelations correlations;

    private MeasurementSet(Map<String, Measurement> byName, CrossCorrelations correlations) {
        this.byName = byName;
        this.correlations = correlations;
        for (Measurement m : byName.values()) {
            for (String old : m.supersedes()) {
                successors.computeIfAbsent(old, name -> new ArrayList<>()).add(m);
            }
        }
    }

    /**
     * A set of measurements from several files.
     *
     * @param all in the order in which reports show them
     * @param diagnostics takes names that stand twice and relations that run in a circle (errors), and relations to names
     *     that are not loaded (warnings)
     */
    public static MeasurementSet of(List<Measurement> all, Diagnostics diagnostics) {
        MeasurementSet set = new MeasurementSet(index(all, diagnostics), CrossCorrelations.NONE);
        new LineageCheck(set.byName, diagnostics).run();
        return set;
    }

    /**
     * This set and a user's own measurements; one that has the name of a measurement of this set takes its place, which
     * is reported as a warning. Correlations of the one that gives its place are no longer there.
     */
    public MeasurementSet with(List<Measurement> own, Diagnostics diagnostics) {
        Map<String, Measurement> merged = new LinkedHashMap<>(byName);
        Set<String> replaced = new LinkedHashSet<>();
        for (Measurement m : index(own, diagnostics).values()) {
            Measurement old = merged.put(m.name(), m);
            if (old != null) {
                replaced.add(m.name());
                diagnostics.warning(
                        m.location(),
                        m.name(),
                        "takes the place of the measurement of the same name at " + old.location(),
                        "",
                        "");
            }
        }
        new LineageCheck(merged, diagnostics).run();
        return new MeasurementSet(merged, correlations.without(replaced));
    }

    /**
     * This set with further correlations between its measurements; where a pair has one of the same source, the new one
     * counts.
     *
     * @param diagnostics takes names that are not loaded (warnings), observables and sources that a measurement does not
     *     have, and what is said twice (errors)
     */
    public MeasurementSet withCorrelations(List<CrossCorrelation> all, Diagnostics diagnostics) {
        return new MeasurementSet(
                byName, correlations.and(new CrossCorrelationCheck(byName, diagnostics).resolve(all)));
    }

    /** Correlations between measurements. */
    public CrossCorrelations correlations() {
        return correlations;
    }

    private static Map<String, Measurement> index(List<Measurement> all, Diagnostics diagnostics) {
        Map<String, Measurement> byName = new LinkedHashMap<>();
        for (Measurement m : all) {
            Measurement first = byName.putIfAbsent(m.name(), m);
            if (first != null) {
                diagnostics.error(
                        m.location(),
                        m.name(),
                        "a measurement's name may stand only once",
                        "it also at " + first.location(),
                        "rename or remove one");
            }
        }
        return byName;
    }

    /** All measurements, in order. */
    public List<Measurement> all() {
        return List.copyOf(byName.values());
    }

    /** Their names, in order. */
    public Set<String> names() {
        return new LinkedHashSet<>(byName.keySet());
    }

    /** The measurement of a name, whether in force or not. */
    public Optional<Measurement> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** As {@link #inForce(Optional, Set)} with no measurement asked for by name. */
    public Selection inForce(Optional<LocalDate> asOf) {
        return inForce(asOf, Set.of());
    }

    /**
     * Measurements in force at a date. One is eligible if it is public by then, not withdrawn, and verified or asked for by
     * name; an eligible one is in force unless another eligible one supersedes it, directly or by way of others. So a
     * superseded result comes back when the date lies before its successor's.
     *
     * @param asOf the day; without one every measurement counts as public
     * @param named names that the user asked for, which need not be verified
     */
    public Selection inForce(Optional<LocalDate> asOf, Set<String> named) {
        List<Measurement> used = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (Measurement m : byName.values()) {
            String reason = reasonToSkip(m, asOf, named);
            if (reason == null) {
                used.add(m);
            } else {
                skipped.add(new Skipped(m.name(), reason));
            }
        }
        return new Selection(used, skipped);
    }

    /** All that supersede a measurement, directly or by way of others, the nearest first. */
    private Iterable<Measurement> heirs(String name) {
        return () -> new Heirs(name, successors);
    }

    /**
     * Why a measurement is not in force at a date; empty if it is, or if no measurement has the name.
     *
     * @param named names that need not be verified
     */
    public Optional<String> reasonOut(String name, Optional<LocalDate> asOf, Set<String> named) {
        Measurement measurement = byName.get(name);
        return measurement == null ? Optional.empty() : Optional.ofNullable(reasonToSkip(measurement, asOf, named));
    }

    private @Nullable String reasonToSkip(Measurement m, Optional<LocalDate> asOf, Set<String> named) {
        String reason = reasonNotEligible(m, asOf, named);
        if (reason != null) {
            return reason;
        }
        for (Measurement heir : heirs(m.name())) {
            if (reasonNotEligible(heir, asOf, named) == null) {
                return "superseded by '" + heir.name() + "'";
            }
        }
        return null;
    }

    private static @Nullable String reasonNotEligible(Measurement m, Optional<LocalDate> asOf, Set<String> named) {
        if (m.status() == Status.WITHDRAWN) {
            return "withdrawn";
        }
        if (!m.isPublic(asOf)) {
            return "not public until " + m.date().map(LocalDate::toString).orElse("") + " (as of "
                    + asOf.map(LocalDate::toString).orElse("") + ")";
        }
        return m.verified() || named.contains(m.name()) ? null : "not verified against its source; name it to use it";
    }

    /**
     * The measurements that stand for a name at a date: those in force that supersede it, or else itself if it is public
     * and not withdrawn (asked for by name, it need not be verified); empty if neither is, or if no measurement has the
     * name.
     */
    public List<Measurement> resolve(String name, Optional<LocalDate> asOf) {
        return resolve(name, asOf, Set.of(name));
    }

    /** The same with other names that need not be verified; {@code name} must be one of them to count. */
    public List<Measurement> resolve(String name, Optional<LocalDate> asOf, Set<String> named) {
        Measurement self = byName.get(name);
        if (self == null) {
            return List.of();
        }
        List<Measurement> inForce = new ArrayList<>();
        for (Measurement heir : heirs(name)) {
            if (reasonToSkip(heir, asOf, named) == null) {
                inForce.add(heir);
            }
        }
        if (inForce.isEmpty() && reasonNotEligible(self, asOf, named) == null) {
            inForce.add(self);
        }
        return List.copyOf(inForce);
    }

    /**
     * What an average or a derived result rests on that a later measurement replaces: one sentence each, such as
     * {@code 'B average' rests on 'B 2017', which 'B 2023' supersedes}.
     *
     * @param measurement of this set
     */
    public List<String> outdatedParts(Measurement measurement, Optional<LocalDate> asOf) {
        List<String> sentences = new ArrayList<>();
        for (String part : Relation.reach(measurement, byName, List.of(Relation.COMPONENTS, Relation.DERIVED_FROM))) {
            for (Measurement heir : heirs(part)) {
                if (!heir.name().equals(measurement.name()) && reasonNotEligible(heir, asOf, Set.of()) == null) {
                    sentences.add("'" + measurement.name() + "' rests on '" + part + "', which '" + heir.name()
                            + "' supersedes");
                }
            }
        }
        return sentences;
    }

    /**
     * Pairs of chosen measurements that must not enter one likelihood together, each pair once.
     *
     * @param chosen measurements of this set
     */
    public List<DoubleCounting> doubleCounting(List<Measurement> chosen) {
        return new OverlapCheck(chosen, byName).run();
    }
}
