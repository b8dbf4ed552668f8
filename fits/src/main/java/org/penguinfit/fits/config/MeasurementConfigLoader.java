package org.penguinfit.fits.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.LimitMethod;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;

/** Reads the {@code measurements} of a fit config. */
final class MeasurementConfigLoader {
    private final Diagnostics diagnostics;

    MeasurementConfigLoader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    MeasurementConfig read(Fields fields) {
        MapNode map = fields.map("measurements");
        if (map == null) {
            return MeasurementConfig.NONE;
        }
        Fields keys = new Fields(map, diagnostics);
        MeasurementConfig config = new MeasurementConfig(
                keys.texts("files"),
                SelectorReader.read(keys.items("include"), diagnostics),
                SelectorReader.read(keys.items("exclude"), diagnostics),
                keys.flag("unverified", false),
                groups(keys.items("allow-double-counting")),
                limits(keys.node("limits")),
                leaveOut(keys.map("leave-out")));
        keys.refuseUnknownKeys();
        return config;
    }

    /** {@code limits: gamma}, for all, or {@code limits: {NAME: gamma, "*": half-gaussian}}. */
    private List<LimitRule> limits(@Nullable Node node) {
        List<LimitRule> rules = new ArrayList<>();
        if (node instanceof MapNode map) {
            for (Entry entry : map.entries().values()) {
                rule(entry.key(), entry.value(), rules);
            }
        } else if (node != null) {
            rule("*", node, rules);
        }
        return rules;
    }

    private void rule(String measurement, Node value, List<LimitRule> rules) {
        String word = Fields.asText(value, diagnostics);
        Optional<LimitMethod> method = word == null ? Optional.empty() : LimitMethod.of(word);
        if (method.isPresent()) {
            rules.add(new LimitRule(measurement, method.get(), value.location(), value.path()));
        } else if (word != null) {
            List<String> known = new ArrayList<>();
            for (LimitMethod one : LimitMethod.values()) {
                known.add(one.key());
            }
            diagnostics.error(
                    value, "unknown rule of a limit", value.describe(), DidYouMean.suggestOrList(word, known));
        }
    }

    /** {@code leave-out: {OBSERVABLE: reason}}. */
    private List<LeftOut> leaveOut(@Nullable MapNode map) {
        List<LeftOut> all = new ArrayList<>();
        if (map == null) {
            return all;
        }
        for (Entry entry : map.entries().values()) {
            String reason = Fields.asText(entry.value(), diagnostics);
            if (reason != null && reason.isBlank()) {
                diagnostics.error(entry.value(), "must say why", entry.value().describe(), "");
            } else if (reason != null) {
                all.add(new LeftOut(
                        entry.key(), reason, entry.keyLocation(), entry.value().path()));
            }
        }
        return all;
    }

    private List<List<String>> groups(List<Node> items) {
        List<List<String>> groups = new ArrayList<>();
        for (Node item : items) {
            List<String> names = new ArrayList<>();
            if (item instanceof ListNode list) {
                for (Node name : list.items()) {
                    String text = Fields.asText(name, diagnostics);
                    if (text != null) {
                        names.add(text);
                    }
                }
            }
            if (new HashSet<>(names).size() < 2) {
                diagnostics.error(
                        item, "must be a list of at least two names", item.describe(), "write it like [[A, B]]");
            } else {
                groups.add(names);
            }
        }
        return groups;
    }
}
