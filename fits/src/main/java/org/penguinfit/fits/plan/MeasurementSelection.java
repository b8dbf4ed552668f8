package org.penguinfit.fits.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penguinfit.fits.config.FitConfig;
import org.penguinfit.fits.config.Places.Place;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.measurements.DoubleCounting;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.selection.Chosen;
import org.penguinfit.measurements.selection.MeasurementChoice;
import org.penguinfit.measurements.selection.SelectionRequest;
import org.penguinfit.measurements.selection.Selector;
import org.penguinfit.measurements.selection.SelectorIndex;

/** Resolves the selectors of a fit and its tasks to the measurements that enter on a date. */
final class MeasurementSelection {
    private static final String ALLOW = "measurements.allow-double-counting";

    private final MeasurementInputs inputs;
    private final MeasurementSet set;
    private final SelectorIndex index;
    private final FitConfig config;
    private final Optional<LocalDate> asOf;
    private final Diagnostics diagnostics;

    MeasurementSelection(
            MeasurementInputs inputs, FitConfig config, Optional<LocalDate> asOf, Diagnostics diagnostics) {
        this.inputs = inputs;
        this.set = inputs.set();
        this.index = new SelectorIndex(set);
        this.config = config;
        this.asOf = asOf;
        this.diagnostics = diagnostics;
    }

    /** Reports every selector of the fit that picks nothing, also where no task uses it, and unknown names. */
    void check() {
        config.include().forEach(this::check);
        config.exclude().forEach(this::check);
        List<List<String>> groups = config.measurements().allowDoubleCounting();
        for (int i = 0; i < groups.size(); i++) {
            for (String name : groups.get(i)) {
                if (set.find(name).isEmpty() && !inputs.mayBeBroken(name)) {
                    reportUnknown(i, name);
                }
            }
        }
    }

    private void reportUnknown(int group, String name) {
        String path = ALLOW + "[" + group + "]";
        Place place = config.places().of(path, name, new Place(Location.wholeFile(config.file()), path));
        diagnostics.error(
                place.location(),
                place.path(),
                "no measurement named '" + name + "'",
                "",
                DidYouMean.suggestOrList(name, set.names()));
    }

    private void check(Selector selector) {
        if (index.pick(selector).isEmpty() && !mayBeBroken(selector)) {
            SelectorIndex.Nothing nothing = index.nothing(selector);
            diagnostics.error(selector.location(), selector.path(), nothing.rule(), "", nothing.remedy());
        }
    }

    /** True if the selector might have picked something that could not be read, whose errors are reported anyway. */
    private boolean mayBeBroken(Selector selector) {
        String name = selector.criteria().get(Selector.Property.NAME);
        if (name == null || name.contains("*")) {
            return !inputs.good();
        }
        return inputs.mayBeBroken(name);
    }

    /**
     * Measurements of one task.
     *
     * @param include selectors, of which each must pick something
     * @param added measurements that enter besides, if in force
     * @param location of the task, where double counting is reported
     */
    Selected select(List<Selector> include, List<Measurement> added, Location location, String path) {
        include.forEach(this::check);
        Chosen chosen = MeasurementChoice.of(
                set,
                index,
                new SelectionRequest(
                        include,
                        config.exclude(),
                        added,
                        asOf,
                        config.measurements().unverified(),
                        config.measurements().allowDoubleCounting()));
        if (inputs.good()) { // a result that could not be read may supersede one of the pair
            chosen.conflicts().forEach(pair -> refuse(pair, location, path));
        }
        List<FitResult.Skip> skipped = new ArrayList<>();
        chosen.skipped().forEach(skip -> skipped.add(new FitResult.Skip(skip.name(), skip.reason())));
        return new Selected(chosen.measurements(), skipped, chosen.notes(), set.correlations(), List.of());
    }

    private void refuse(DoubleCounting pair, Location location, String path) {
        diagnostics.error(
                location,
                path,
                "a task must not count the same data twice",
                pair.text(),
                "exclude '" + pair.second() + "' or '" + pair.first() + "', or allow it: allow-double-counting: [['"
                        + pair.first() + "', '" + pair.second() + "']]");
    }

    /** What a measurement rests on that is superseded by now, one sentence each. */
    List<String> outdatedParts(Measurement measurement) {
        return set.outdatedParts(measurement, asOf);
    }
}
