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
    private static final int MOST_COLUMNS = 6;

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
        boolean grid = fields.has("panels");
        List<Shown> panels = shown(fields, "panels");
        List<Shown> first = grid ? panels : shown(fields.requiredNode("task"));
        Node task = fields.node("task");
        if (grid && task != null) {
            diagnostics.error(task, "a plot has 'task' or 'panels'", "both", "name every task under 'panels'");
        }
        Node word = fields.requiredNode("kind");
        Optional<PlotKind> kind = kind(word);
        List<Shown> overlay = shown(fields, "overlay");
        if (word != null && kind.isPresent()) {
            checkKind(word, kind.get(), first, overlay);
            refuseForeignKeys(kind.get(), fields);
        }
        PlotConfig.Choice choice = choice(fields);
        int columns = columns(fields);
        List<Format> formats = formats(fields);
        String title = fields.text("title");
        fields.refuseUnknownKeys();
        if (first.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        new PlotAxes(parameters, diagnostics).check(kind.get(), fields, tasks(first), tasks(overlay), choice);
        return Optional.of(new PlotConfig(
                name,
                first.get(0).task().id(),
                kind.get(),
                choice,
                ids(overlay),
                grid ? ids(panels) : List.of(),
                columns,
                formats,
                title == null ? "" : title));
    }

    /** A task named by a plot, and where. */
    private record Shown(Node node, TaskConfig task) {}

    private static List<String> ids(List<Shown> shown) {
        return shown.stream().map(s -> s.task().id()).toList();
    }

    private static List<TaskConfig> tasks(List<Shown> shown) {
        return shown.stream().map(Shown::task).toList();
    }

    private List<Shown> shown(Fields fields, String key) {
        List<Shown> found = new ArrayList<>();
        fields.items(key).forEach(item -> found.addAll(shown(item)));
        return found;
    }

    private List<Shown> shown(@Nullable Node node) {
        String id = node == null ? null : Fields.asText(node, diagnostics);
        if (node == null || id == null) {
            return List.of();
        }
        TaskConfig task = tasks.get(id);
        if (task == null) {
            diagnostics.error(
                    node,
                    "no task of this fit",
                    node.describe(),
                    DidYouMean.suggestOrList(id, List.copyOf(tasks.keySet())));
            return List.of();
        }
        return List.of(new Shown(node, task));
    }

    private Optional<PlotKind> kind(@Nullable Node node) {
        String word = node == null ? null : Fields.asText(node, diagnostics);
        if (node == null || word == null) {
            return Optional.empty();
        }
        Optional<PlotKind> kind = PlotKind.of(word);
        if (kind.isEmpty()) {
            diagnostics.error(
                    node, "unknown kind of plot", node.describe(), DidYouMean.suggestOrList(word, PlotKind.keys()));
        }
        return kind;
    }

    /** With one task the kind is at fault, with several the one that does not go with the others. */
    private void checkKind(Node word, PlotKind kind, List<Shown> first, List<Shown> overlay) {
        for (Shown shown : first) {
            checkKind(first.size() == 1 ? word : shown.node(), kind, shown.task());
        }
        overlay.forEach(shown -> checkKind(shown.node(), kind, shown.task()));
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

    private void refuseForeignKeys(PlotKind kind, Fields fields) {
        for (PlotKind.Key key : PlotKind.Key.values()) {
            for (String word : key.words()) {
                Node node = fields.node(word);
                if (node != null && !kind.takes(key)) {
                    diagnostics.error(
                            node,
                            "plots of kind " + kind.key() + " have no key '" + word + "'",
                            node.describe(),
                            "it belongs to " + String.join(", ", PlotKind.taking(key)));
                }
            }
        }
        Node overlay = fields.node("overlay");
        if (overlay != null && fields.has("panels")) {
            diagnostics.error(overlay, "a plot has 'overlay' or 'panels'", "both", "make two plots of it");
        }
    }

    private PlotConfig.Choice choice(Fields fields) {
        String x = fields.text("x");
        String y = fields.text("y");
        return new PlotConfig.Choice(
                parameters(fields),
                fields.texts("observables"),
                x == null ? "" : x,
                y == null ? "" : y,
                range(fields.node("x-range")),
                range(fields.node("y-range")));
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

    private int columns(Fields fields) {
        Node node = fields.node("columns");
        Double number = node == null ? null : Fields.asNumber(node, diagnostics);
        if (node == null || number == null) {
            return 0;
        }
        if (!(number == Math.rint(number) && number >= 1 && number <= MOST_COLUMNS)) {
            diagnostics.error(node, "must be a whole number from 1 to " + MOST_COLUMNS, node.describe(), "");
            return 0;
        }
        return number.intValue();
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
