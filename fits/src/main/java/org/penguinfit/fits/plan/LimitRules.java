package org.penguinfit.fits.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.penguinfit.fits.config.LimitRule;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.selection.Glob;

/**
 * Puts the rules that a fit chooses for limits into its measurements. The first rule that fits the name of a measurement
 * decides. A limit that lacks what the rule needs keeps its own, with a note, unless it was named exactly.
 */
final class LimitRules {
    private final List<LimitRule> rules;
    private final Set<LimitRule> used = new HashSet<>();
    private final Set<String> limits = new TreeSet<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Set<String> lacking = new HashSet<>();
    private final Diagnostics diagnostics;

    LimitRules(List<LimitRule> rules, Diagnostics diagnostics) {
        this.rules = rules;
        this.diagnostics = diagnostics;
    }

    /** The same selection with the limits under the rules of the fit. */
    Selected apply(Selected selected) {
        if (rules.isEmpty()) {
            return selected;
        }
        List<Measurement> measurements = new ArrayList<>();
        for (Measurement measurement : selected.measurements()) {
            List<PublishedResult> results = new ArrayList<>();
            for (PublishedResult result : measurement.results()) {
                results.add(result instanceof SingleResult single ? ruled(measurement, single) : result);
            }
            measurements.add(results.equals(measurement.results()) ? measurement : measurement.withResults(results));
        }
        return selected.with(measurements, selected.skipped());
    }

    private SingleResult ruled(Measurement measurement, SingleResult result) {
        if (!(result.value() instanceof UpperLimit limit)) {
            return result;
        }
        limits.add(measurement.name());
        for (LimitRule rule : rules) {
            if (Glob.of(rule.measurement()).matches(measurement.name())) {
                used.add(rule);
                return ruled(measurement, result, limit, rule);
            }
        }
        return result;
    }

    private SingleResult ruled(Measurement measurement, SingleResult result, UpperLimit limit, LimitRule rule) {
        String about = "'" + measurement.name() + "': the limit on " + result.observable() + " ";
        Optional<String> missing = limit.facts().missing(rule.method());
        if (missing.isEmpty()) {
            notes.add(about + "enters by the rule '" + rule.method().key() + "', chosen by this fit"
                    + (rule.method() == limit.method()
                            ? " as by its file"
                            : "; its file says '" + limit.method().key() + "'"));
            return new SingleResult(result.observable(), limit.with(rule.method()), result.quotation(), result.ratio());
        }
        if (rule.isExact() && lacking.add(measurement.name())) {
            diagnostics.error(
                    rule.location(),
                    rule.path(),
                    "the rule '" + rule.method().key() + "' needs '" + missing.get() + "' beside the limit on "
                            + result.observable() + " of '" + measurement.name() + "'",
                    "none",
                    "choose another rule, or add it at " + result.quotation().location());
        } else if (!rule.isExact()) {
            notes.add(about + "keeps the rule '" + limit.method().key() + "' of its file: '"
                    + rule.method().key() + "' needs '" + missing.get() + "', which the file does not give");
        }
        return result;
    }

    /** Reports names that are no selected limit. */
    void check() {
        for (LimitRule rule : rules) {
            if (!used.contains(rule) && rule.isExact()) {
                diagnostics.error(
                        rule.location(),
                        rule.path(),
                        "no selected limit named '" + rule.measurement() + "', or a rule before decides it",
                        "",
                        DidYouMean.suggestOrList(rule.measurement(), limits));
            }
        }
    }

    /** One sentence for each limit that a rule of the fit is meant for. */
    Set<String> notes() {
        return notes;
    }
}
