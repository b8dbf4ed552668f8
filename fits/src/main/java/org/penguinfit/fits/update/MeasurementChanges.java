package org.penguinfit.fits.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.update.MeasurementChange.Kind;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.PublishedResult;

/** Compares the measurements of two plans, task by task. */
final class MeasurementChanges {
    private final Map<String, Measurement> byName = new LinkedHashMap<>();
    private final Map<String, Set<String>> before;
    private final Map<String, Set<String>> after;
    private final Map<String, Measurement> added = new LinkedHashMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();

    MeasurementChanges(FitPlan old, FitPlan updated) {
        for (Measurement measurement : updated.added()) {
            added.put(measurement.name(), measurement);
            byName.put(measurement.name(), measurement);
        }
        this.before = tasks(old);
        this.after = tasks(updated);
        for (FitResult.Skip skip : updated.skipped()) {
            reasons.put(skip.name(), skip.reason());
        }
    }

    /** Name of a measurement → tasks that it enters. */
    private Map<String, Set<String>> tasks(FitPlan plan) {
        Map<String, Set<String>> tasks = new LinkedHashMap<>();
        for (ResolvedTask task : plan.tasks()) {
            for (Measurement measurement : task.measurements()) {
                byName.putIfAbsent(measurement.name(), measurement);
                tasks.computeIfAbsent(measurement.name(), name -> new LinkedHashSet<>())
                        .add(task.config().id());
            }
        }
        return tasks;
    }

    List<MeasurementChange> changes() {
        List<MeasurementChange> changes = new ArrayList<>();
        for (Measurement measurement : byName.values()) {
            String name = measurement.name();
            Set<String> old = before.getOrDefault(name, Set.of());
            Set<String> updated = after.getOrDefault(name, Set.of());
            Set<String> entered = minus(updated, old);
            Set<String> left = minus(old, updated);
            if (added.containsKey(name) && !old.isEmpty() && !updated.isEmpty()) {
                changes.add(change(
                        measurement, Kind.REPLACED, "the new file's entry of this name takes its place", updated));
            } else if (!entered.isEmpty()) {
                changes.add(change(measurement, Kind.ADDED, whyEntered(measurement), entered));
            }
            if (!left.isEmpty()) {
                String why = reasons.getOrDefault(name, "gives way in these tasks");
                Kind kind = why.startsWith("superseded by") ? Kind.REPLACED : Kind.DROPPED;
                changes.add(change(measurement, kind, why, left));
            }
            if (added.containsKey(name) && updated.isEmpty() && left.isEmpty()) {
                changes.add(
                        change(measurement, Kind.NOT_USED, reasons.getOrDefault(name, "no task selects it"), Set.of()));
            }
        }
        return changes;
    }

    /** Names that enter the same tasks as before, with the same numbers. */
    List<String> unchanged() {
        List<String> same = new ArrayList<>();
        for (Map.Entry<String, Set<String>> entry : after.entrySet()) {
            if (entry.getValue().equals(before.get(entry.getKey())) && !added.containsKey(entry.getKey())) {
                same.add(entry.getKey());
            }
        }
        return same;
    }

    private String whyEntered(Measurement measurement) {
        List<String> replaced = new ArrayList<>();
        for (String old : measurement.supersedes()) {
            if (before.containsKey(old)) {
                replaced.add("'" + old + "'");
            }
        }
        if (!replaced.isEmpty()) {
            return "supersedes " + String.join(", ", replaced);
        }
        return added.containsKey(measurement.name()) ? "new" : "nothing that it would count twice is left";
    }

    private static MeasurementChange change(Measurement measurement, Kind kind, String reason, Set<String> tasks) {
        List<String> published = new ArrayList<>();
        for (PublishedResult result : measurement.results()) {
            if (result instanceof CorrelatedResult block) {
                for (CorrelatedResult.Component part : block.components()) {
                    published.add(part.observable() + " " + part.quotation().text());
                }
            } else {
                published.add(
                        result.observables().get(0) + " " + result.quotation().text());
            }
        }
        return new MeasurementChange(
                measurement.name(),
                kind,
                reason,
                published,
                measurement.location().file(),
                List.copyOf(tasks));
    }

    private static Set<String> minus(Set<String> all, Set<String> without) {
        Set<String> rest = new LinkedHashSet<>(all);
        rest.removeAll(without);
        return rest;
    }
}
