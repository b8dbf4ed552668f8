package org.penguinfit.fits.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.config.TaskConfig.Published;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;

/** Reads the {@code published} of a task. */
final class PublishedLoader {
    private final Diagnostics diagnostics;

    PublishedLoader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    @Nullable
    Published read(@Nullable MapNode map) {
        if (map == null) {
            return null;
        }
        Fields fields = new Fields(map, diagnostics);
        String where = fields.requiredText("where");
        Map<String, String> intervals = texts(fields.map("intervals"), true);
        Map<String, String> values = texts(fields.map("values"), false);
        Map<String, Double> steps = steps(fields, intervals, values);
        Map<String, String> names = new LinkedHashMap<>();
        String corrected = corrected(fields, names);
        String remark = fields.text("remark");
        fields.refuseUnknownKeys();
        return new Published(
                where == null ? "" : where, intervals, values, steps, corrected, names, remark == null ? "" : remark);
    }

    private Map<String, String> texts(@Nullable MapNode map, boolean sets) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Entry entry : map == null
                ? new LinkedHashMap<String, Entry>().values()
                : map.entries().values()) {
            texts.put(entry.key(), text(entry.value(), sets));
        }
        return texts;
    }

    /** A text that cannot be compared is no error: it is shown all the same. */
    private String text(Node node, boolean set) {
        if (node instanceof ListNode list) {
            diagnostics.error(list, "must be a text", list.describe(), "put the printed interval into quotes");
            return "";
        }
        String text = Fields.asText(node, diagnostics);
        if (text == null) {
            return "";
        }
        boolean understood = PrintedText.parse(text)
                .filter(printed -> !set || printed.isSet())
                .isPresent();
        if (!understood) {
            diagnostics.warning(
                    node.location(),
                    node.path(),
                    "a printed " + (set ? "set" : "number") + " that no result can be compared with",
                    node.describe(),
                    set ? PrintedText.SETS : PrintedText.VALUES);
        }
        return text;
    }

    /** {@code to: 0.5} for all, or by name. */
    private Map<String, Double> steps(Fields fields, Map<String, String> intervals, Map<String, String> values) {
        Map<String, Double> steps = new LinkedHashMap<>();
        Node node = fields.node("to");
        if (node instanceof MapNode map) {
            Fields each = new Fields(map, diagnostics);
            for (Entry entry : map.entries().values()) {
                Double step = each.positive(entry.key());
                if (!intervals.containsKey(entry.key()) && !values.containsKey(entry.key())) {
                    diagnostics.error(
                            entry.value(),
                            "no number is printed of '" + entry.key() + "'",
                            "",
                            "name it under 'values' or 'intervals'");
                } else if (step != null) {
                    steps.put(entry.key(), step);
                }
            }
        } else if (node != null) {
            Double step = fields.positive("to");
            if (step != null) {
                intervals.keySet().forEach(name -> steps.put(name, step));
                values.keySet().forEach(name -> steps.put(name, step));
            }
        }
        return steps;
    }

    /** {@code corrected: TASK}, or {@code {task: TASK, as: {NAME: NAME}}}. */
    private String corrected(Fields fields, Map<String, String> names) {
        Node node = fields.node("corrected");
        if (!(node instanceof MapNode map)) {
            String task = fields.text("corrected");
            return task == null ? "" : task;
        }
        Fields keys = new Fields(map, diagnostics);
        String task = keys.requiredText("task");
        MapNode as = keys.map("as");
        if (as != null) {
            for (Entry entry : as.entries().values()) {
                String name = Fields.asText(entry.value(), diagnostics);
                if (name != null) {
                    names.put(entry.key(), name);
                }
            }
        }
        keys.refuseUnknownKeys();
        return task == null ? "" : task;
    }
}
