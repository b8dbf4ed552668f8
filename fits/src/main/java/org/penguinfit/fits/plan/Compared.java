package org.penguinfit.fits.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CrossCorrelations;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.selection.Selector;

/** Measurements that a task shows beside its predictions: only their results on the observables that it lists. */
final class Compared {
    private final Set<String> observables;

    private Compared(TaskConfig task) {
        this.observables = new HashSet<>(task.observables());
    }

    /**
     * What each selector of a task picks by itself, each measurement once: results that hold the same data may well stand side
     * by side, since none of them enters a likelihood.
     */
    static Selected select(TaskConfig task, Function<Selector, Selected> selection) {
        Map<String, Measurement> measurements = new LinkedHashMap<>();
        Map<String, FitResult.Skip> skipped = new LinkedHashMap<>();
        Set<String> replacements = new LinkedHashSet<>();
        for (Selector selector : task.use()) {
            Selected selected = selection.apply(selector);
            selected.measurements().forEach(found -> measurements.putIfAbsent(found.name(), found));
            selected.skipped().forEach(skip -> skipped.putIfAbsent(skip.name(), skip));
            replacements.addAll(selected.replacements());
        }
        skipped.keySet().removeAll(measurements.keySet());
        return new Selected(
                List.copyOf(measurements.values()),
                List.copyOf(skipped.values()),
                List.copyOf(replacements),
                CrossCorrelations.NONE,
                List.of());
    }

    /** The selection without all else; a measurement that is named and has no such result is reported. */
    static Selected of(TaskConfig task, Selected selected, Diagnostics diagnostics) {
        Compared compared = new Compared(task);
        List<Measurement> kept = new ArrayList<>();
        for (Measurement measurement : selected.measurements()) {
            List<PublishedResult> results = compared.results(measurement);
            if (results.isEmpty()) {
                reportNamed(task, measurement, diagnostics);
            } else {
                kept.add(measurement.withResults(results));
            }
        }
        return selected.with(kept, selected.skipped());
    }

    private List<PublishedResult> results(Measurement measurement) {
        List<PublishedResult> results = new ArrayList<>();
        for (PublishedResult result : measurement.results()) {
            PublishedResult rest = listed(result);
            if (rest != null) {
                results.add(rest);
            }
        }
        return results;
    }

    private @Nullable PublishedResult listed(PublishedResult result) {
        List<ObservableId> others = result.observables().stream()
                .filter(id -> !observables.contains(id.toString()))
                .toList();
        if (others.size() == result.observables().size()) {
            return null;
        }
        return !others.isEmpty() && result instanceof CorrelatedResult block ? block.without(others) : result;
    }

    private static void reportNamed(TaskConfig task, Measurement measurement, Diagnostics diagnostics) {
        for (Selector selector : task.use()) {
            if (measurement.name().equals(selector.criteria().get(Selector.Property.NAME))) {
                diagnostics.error(
                        selector.location(),
                        selector.path(),
                        "measures none of the observables of this task",
                        "'" + measurement.name() + "' of " + measurement.observables(),
                        "list its observable under 'observables', or remove it");
            }
        }
    }
}
