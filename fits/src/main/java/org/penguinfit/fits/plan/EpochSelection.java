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
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.selection.Selector;
import org.penguinfit.measurements.selection.SelectorIndex;

/** The measurements of a task of type {@code evolution}, day by day. */
final class EpochSelection {
    private final MeasurementSet set;
    private final @Nullable LocalDate asOf;
    private final Diagnostics diagnostics;

    /**
     * @param asOf no date after it counts; null: all
     */
    EpochSelection(MeasurementSet set, @Nullable LocalDate asOf, Diagnostics diagnostics) {
        this.set = set;
        this.asOf = asOf;
        this.diagnostics = diagnostics;
    }

    /**
     * Selects on every date.
     *
     * @param include selectors of the task
     * @param added measurements of the command line that may enter it
     * @param onDate what the task would select on a date, problems of that date into the diagnostics
     * @return the union of all dates, with the epochs
     */
    Selected select(TaskConfig task, List<Selector> include, List<Measurement> added, OnDate onDate) {
        TaskOptions.Evolution options = (TaskOptions.Evolution) task.options();
        Set<LocalDate> dates = options.all() ? dates(include, added) : new TreeSet<>(options.dates());
        dates.removeIf(date -> asOf != null && date.isAfter(asOf));
        boolean reported = !options.all() && options.dates().isEmpty();
        if (dates.isEmpty() && !reported) {
            diagnostics.error(
                    task.location(),
                    task.path() + ".dates",
                    asOf == null ? "no selected measurement has a date" : "no date lies before " + asOf,
                    "",
                    "list the dates");
        }
        Set<Diagnostic> said = new LinkedHashSet<>();
        Map<String, Measurement> union = new LinkedHashMap<>();
        Map<String, FitResult.Skip> skipped = new LinkedHashMap<>();
        List<Epoch> epochs = new ArrayList<>();
        Selected selected = Selected.NOTHING;
        for (LocalDate date : dates) {
            Diagnostics ofDate = new Diagnostics();
            selected = onDate.select(Optional.of(date), ofDate);
            said.addAll(ofDate.sorted());
            selected.measurements().forEach(m -> union.putIfAbsent(m.name(), m));
            selected.skipped().forEach(skip -> skipped.put(skip.name(), skip));
            boolean changed = epochs.isEmpty()
                    || !names(selected)
                            .equals(new LinkedHashSet<>(
                                    epochs.get(epochs.size() - 1).names()));
            if (changed || !options.all()) {
                epochs.add(new Epoch(date, selected.measurements()));
            }
        }
        diagnostics.addAll(List.copyOf(said));
        skipped.keySet().removeAll(union.keySet());
        return new Selected(
                List.copyOf(union.values()), List.copyOf(skipped.values()), List.of(), selected.correlations(), epochs);
    }

    /** What a task selects on a date. */
    @FunctionalInterface
    interface OnDate {
        Selected select(Optional<LocalDate> date, Diagnostics ofDate);
    }

    private static Set<String> names(Selected selected) {
        Set<String> names = new LinkedHashSet<>();
        selected.measurements().forEach(m -> names.add(m.name()));
        return names;
    }

    /** Every date on which something that may enter became public. */
    private Set<LocalDate> dates(List<Selector> include, List<Measurement> added) {
        SelectorIndex index = new SelectorIndex(set);
        Set<String> names = new LinkedHashSet<>();
        include.forEach(selector -> names.addAll(index.pick(selector)));
        added.forEach(measurement -> names.add(measurement.name()));
        int before = -1;
        while (names.size() > before) { // those that supersede one of them, and so on
            before = names.size();
            for (Measurement measurement : set.all()) {
                if (measurement.supersedes().stream().anyMatch(names::contains)) {
                    names.add(measurement.name());
                }
            }
        }
        Set<LocalDate> dates = new TreeSet<>();
        for (String name : names) {
            set.find(name).flatMap(Measurement::date).ifPresent(dates::add);
        }
        return dates;
    }
}
