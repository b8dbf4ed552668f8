package org.penguinfit.fits.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.config.LeftOut;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.selection.Glob;

/**
 * Takes results on certain observables out of measurements that are selected, each with a reason. A correlated block loses
 * their rows and columns: the distribution of the others, whatever those left out are.
 */
final class LeavingOut {
    private record Rule(LeftOut config, Glob glob, Set<String> of) {
        boolean matches(ObservableId id) {
            return glob.matches(id.toString()) || glob.matches(id.name());
        }
    }

    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();

    LeavingOut(List<LeftOut> configs) {
        for (LeftOut config : configs) {
            rules.add(new Rule(config, Glob.of(config.observable()), new LinkedHashSet<>()));
        }
    }

    /** The measurements that are left, and those of which nothing is, with the reason. */
    Selected apply(Selected selected) {
        if (rules.isEmpty()) {
            return selected;
        }
        List<Measurement> kept = new ArrayList<>();
        Map<String, FitResult.Skip> skipped = new LinkedHashMap<>();
        selected.skipped().forEach(skip -> skipped.put(skip.name(), skip));
        for (Measurement measurement : selected.measurements()) {
            List<PublishedResult> results = new ArrayList<>();
            Set<String> reasons = new LinkedHashSet<>();
            for (PublishedResult result : measurement.results()) {
                PublishedResult rest = rest(measurement, result, reasons);
                if (rest != null) {
                    results.add(rest);
                }
            }
            if (results.isEmpty()) {
                skipped.put(measurement.name(), new FitResult.Skip(measurement.name(), String.join("; ", reasons)));
            } else {
                kept.add(reasons.isEmpty() ? measurement : measurement.withResults(results));
            }
        }
        return selected.with(kept, List.copyOf(skipped.values()));
    }

    private @Nullable PublishedResult rest(Measurement measurement, PublishedResult result, Set<String> reasons) {
        List<ObservableId> dropped = new ArrayList<>();
        for (ObservableId id : result.observables()) {
            seen.add(id.toString());
            for (Rule rule : rules) {
                if (rule.matches(id)) {
                    dropped.add(id);
                    rule.of().add("'" + measurement.name() + "'");
                    reasons.add(id + " left out: " + rule.config().reason());
                    break;
                }
            }
        }
        if (dropped.isEmpty()) {
            return result;
        }
        return result instanceof CorrelatedResult block ? block.without(dropped) : null;
    }

    /** Reports rules that took nothing out. */
    void check(Diagnostics diagnostics) {
        for (Rule rule : rules) {
            if (rule.of().isEmpty()) {
                LeftOut config = rule.config();
                diagnostics.error(
                        config.location(),
                        config.path(),
                        "no selected measurement of the observable '" + config.observable() + "'",
                        "",
                        DidYouMean.suggestOrList(config.observable(), seen));
            }
        }
    }

    /** One sentence for each rule. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (Rule rule : rules) {
            notes.add("left out: " + rule.config().observable() + " of " + String.join(", ", rule.of()) + " ("
                    + rule.config().reason() + ")");
        }
        return notes;
    }
}
