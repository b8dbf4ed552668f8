package org.penguinfit.fits.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.fits.plot.Axis.Range;
import org.penguinfit.fits.plot.Format;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/** Reads {@code outputs: {plots: {NAME: {task, kind, …}}}}. */
final class PlotConfigLoader {
    private final Map<String, TaskConfig> tasks;
    private final Map<String, ParameterConfig> parameters;
    private final Diagnostics diagnostics;

    PlotConfigLoader(Map<String, TaskConfig> tasks, Map<String, ParameterConfig> parameters, Diagnostics diagnostics) {
        this.tasks = tasks;
        this.parameters = parameters;
        this.diagnostics = diagnostics;
    }

    List<PlotConfig> load(@Nullable MapNode plots) {
        List<PlotConfig> found = new ArrayList<>();
        if (plots == null) {
            return found;
        }
        for (MapNode.Entry entry : plots.entries().values()) {
            if (!entry.key().matches("[A-Za-z0-9][A-Za-z0-9._+-]*")) {
                diagnostics.error(
                        entry.value(),
                        "the name of a plot becomes a file name: letters, digits, '.', '_', '+', '-'",
                        "'" + entry.key() + "'",
                        "");
            }
            Fields fields = Fields.of(entry.value(), diagnostics);
            if (fields != null) {
                load(entry.key(), fields).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<PlotConfig> load(String name, Fields fields) {
        Optional<TaskConfig> task = task(fields.requiredNode("task"));
        Optional<PlotKind> kind = kind(fields.requiredNode("kind"), task);
        List<String> shown = parameters(fields);
        List<String> overlay = new ArrayList<>();
        for (Node item : fields.items("overlay")) {
            Optional<TaskConfig> other = task(item);
            if (other.isPresent() && kind.isPresent()) {
                checkKind(item, kind.get(), other.get());
            }
            other.ifPresent(t -> overlay.add(t.id()));
        }
        Node several = fields.node("overlay");
        if (several != null && kind.isPresent() && !kind.get().overlays()) {
            diagnostics.error(
                    several, "only plots of kind profile or contour can show several tasks", several.describe(), "");
        }
        List<Format> formats = formats(fields);
        String title = fields.text("title");
        Range range = range(fields.node("x-range"));
        fields.refuseUnknownKeys();
        if (task.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PlotConfig(
                name, task.get().id(), kind.get(), shown, overlay, formats, title == null ? "" : title, range));
    }

    private Optional<TaskConfig> task(@Nullable Node node) {
        String id = node == null ? null : Fields.asText(node, diagnostics);
        if (node == null || id == null) {
            return Optional.empty();
        }
        TaskConfig task = tasks.get(id);
        if (task == null) {
            diagnostics.error(
                    node,
                    "no task of this fit",
                    node.describe(),
                    DidYouMean.suggestOrList(id, List.copyOf(tasks.keySet())));
        }
        return Optional.ofNullable(task);
    }

    private Optional<PlotKind> kind(@Nullable Node node, Optional<TaskConfig> task) {
        String word = node == null ? null : Fields.asText(node, diagnostics);
        if (node == null || word == null) {
            return Optional.empty();
        }
        Optional<PlotKind> kind = PlotKind.of(word);
        if (kind.isEmpty()) {
            diagnostics.error(
                    node, "unknown kind of plot", node.describe(), DidYouMean.suggestOrList(word, PlotKind.keys()));
        } else if (task.isPresent()) {
            checkKind(node, kind.get(), task.get());
        }
        return kind;
    }

    private void checkKind(Node node, PlotKind kind, TaskConfig task) {
        if (!kind.fits(task.type())) {
            List<String> possible = new ArrayList<>();
            for (PlotKind other : PlotKind.values()) {
                if (other.fits(task.type())) {
                    possible.add(other.key());
                }
            }
            diagnostics.error(
                    node,
                    "tasks of type " + task.type().key() + " have no plot of kind " + kind.key(),
                    node.describe(),
                    possible.isEmpty() ? "they have none" : "they have " + String.join(", ", possible));
        }
    }

    private List<String> parameters(Fields fields) {
        List<String> shown = new ArrayList<>();
        for (Node item : fields.items("parameters")) {
            String name = Fields.asText(item, diagnostics);
            if (name != null && !parameters.containsKey(name)) {
                diagnostics.error(
                        item,
                        "no parameter of this fit",
                        item.describe(),
                        DidYouMean.suggestOrList(name, List.copyOf(parameters.keySet())));
            } else if (name != null) {
                shown.add(name);
            }
        }
        return shown;
    }

    private List<Format> formats(Fields fields) {
        Map<String, Format> words = new LinkedHashMap<>();
        for (Format format : Format.values()) {
            words.put(format.extension(), format);
        }
        List<Format> formats = new ArrayList<>();
        for (Node item : fields.items("format")) {
            String word = Fields.asText(item, diagnostics);
            Format format = word == null ? null : words.get(word);
            if (format != null) {
                formats.add(format);
            } else if (word != null) {
                diagnostics.error(
                        item,
                        "unknown picture format",
                        item.describe(),
                        DidYouMean.suggestOrList(word, words.keySet()));
            }
        }
        return formats.isEmpty() ? PlotConfig.ALL_FORMATS : formats;
    }

    private @Nullable Range range(@Nullable Node node) {
        Bounds bounds = node == null ? null : RangeText.read(node, diagnostics);
        if (node == null || bounds == null) {
            return null;
        }
        if (!bounds.isFinite()) {
            diagnostics.error(node, "the range of an axis must be finite", node.describe(), "");
            return null;
        }
        return new Range(bounds.lower(), bounds.upper());
    }
}
