package org.penguinfit.fits.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;

/** Reads the {@code tasks} of a fit config. */
final class TaskConfigLoader {
    private final Diagnostics diagnostics;

    TaskConfigLoader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    // --- tasks ----------------------------------------------------------------------------------------------------

    /** The tasks by id, in order; a task with an error is left out. */
    Map<String, TaskConfig> tasks(Fields fields) {
        Map<String, TaskConfig> tasks = new LinkedHashMap<>();
        Node node = fields.requiredNode("tasks");
        if (node == null) {
            return tasks;
        }
        if (!(node instanceof MapNode map) || map.entries().isEmpty()) {
            diagnostics.error(node, "must be a map of tasks", node.describe(), "write 'NAME: {type: …}' lines");
            return tasks;
        }
        for (Entry entry : map.entries().values()) {
            TaskConfig task = task(entry);
            if (task != null) {
                tasks.put(entry.key(), task);
            }
        }
        return tasks;
    }

    private @Nullable TaskConfig task(Entry entry) {
        Fields keys = Fields.of(entry.value(), diagnostics);
        if (keys == null) {
            return null;
        }
        TaskConfig.Type type = type(keys);
        TaskConfig task = new TaskConfig(
                entry.key(),
                type == null ? TaskConfig.Type.PREDICT : type,
                orElse(keys.text("title"), entry.key()),
                SelectorReader.read(keys.items("use"), diagnostics),
                keys.texts("parameters"),
                keys.texts("nuisances"),
                levels(keys, type),
                WholeNumber.read(keys, "starts", DEFAULT_STARTS, 0, MAX_STARTS, diagnostics),
                at(keys),
                keys.texts("observables"),
                new PublishedLoader(diagnostics).read(keys.map("published")),
                TheoryUncertainty.read(keys, diagnostics),
                options(keys, type),
                entry.keyLocation(),
                entry.value().path());
        if (type != null && type.needs(TaskConfig.Needs.OBSERVABLES)) {
            requireItems(keys, "observables", "write 'observables: [NAME…]'");
        }
        keys.refuseUnknownKeys();
        return type == null ? null : task;
    }

    private TaskConfig.@Nullable Type type(Fields keys) {
        Node node = keys.requiredNode("type");
        String text = node == null ? null : Fields.asText(node, diagnostics);
        if (node == null || text == null) {
            return null;
        }
        Map<String, TaskConfig.Type> known = new LinkedHashMap<>();
        for (TaskConfig.Type type : TaskConfig.Type.values()) {
            known.put(type.key(), type);
        }
        TaskConfig.Type type = known.get(text);
        if (type == null) {
            diagnostics.error(
                    node, "unknown task type", node.describe(), DidYouMean.suggestOrList(text, known.keySet()));
            // The type that was probably meant, so that the rest of the task is checked all the same.
            type = known.get(DidYouMean.nearest(text, known.keySet()));
        }
        return type;
    }

    private List<Level> levels(Fields keys, TaskConfig.@Nullable Type type) {
        List<Level> levels = new ArrayList<>();
        for (Node item : keys.items("levels")) {
            Level level = Level.read(item, diagnostics);
            if (level != null) {
                levels.add(level);
            }
        }
        if (type != null && type.needs(TaskConfig.Needs.LEVELS)) {
            requireItems(keys, "levels", "write 'levels: [1σ, 90%]'");
        }
        boolean needsBands = type == TaskConfig.Type.CURVE && !keys.has("levels");
        return needsBands ? List.of(Level.ONE_SIGMA) : List.copyOf(levels);
    }

    private TaskOptions options(Fields keys, TaskConfig.@Nullable Type type) {
        return type == null
                ? TaskOptionsLoader.skip(keys, diagnostics)
                : new TaskOptionsLoader(keys, diagnostics).read(type);
    }

    /** Enough for the handful of minima that squared amplitudes of two or three coefficients have. */
    private static final int DEFAULT_STARTS = 64;

    private static final int MAX_STARTS = 1_000_000;

    private Map<String, Double> at(Fields keys) {
        Map<String, Double> at = new LinkedHashMap<>();
        MapNode map = keys.map("at");
        if (map != null) {
            Fields values = new Fields(map, diagnostics);
            for (String name : map.entries().keySet()) {
                Double value = values.number(name);
                if (value != null) {
                    at.put(name, value);
                }
            }
        }
        return at;
    }

    /** Reports a list that is missing or empty. */
    private void requireItems(Fields fields, String key, String remedy) {
        Node node = fields.requiredNode(key);
        if (node instanceof ListNode list && list.items().isEmpty()) {
            diagnostics.error(node, "must have at least one item", node.describe(), remedy);
        }
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
