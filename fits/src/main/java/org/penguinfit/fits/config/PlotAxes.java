package org.penguinfit.fits.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.config.PlotConfig.Choice;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.Node;

/** Checks what a plot wants on its axes against what its tasks have. */
final class PlotAxes {
    private final Map<String, ParameterConfig> parameters;
    private final Diagnostics diagnostics;

    PlotAxes(Map<String, ParameterConfig> parameters, Diagnostics diagnostics) {
        this.parameters = parameters;
        this.diagnostics = diagnostics;
    }

    /**
     * Reports what is wrong with the axes.
     *
     * @param fields of the plot
     * @param first the task shown, or those of the panels
     * @param overlay tasks in the same panel
     */
    void check(PlotKind kind, Fields fields, List<TaskConfig> first, List<TaskConfig> overlay, Choice choice) {
        List<TaskConfig> panels =
                first.stream().filter(task -> kind.fits(task.type())).toList();
        List<TaskConfig> others =
                overlay.stream().filter(task -> kind.fits(task.type())).toList();
        if (kind == PlotKind.SCATTER) {
            fields.requiredNode("x");
            fields.requiredNode("y");
            panels.forEach(task -> requireAxes(fields, choice, columns(task), "no column of the scan", task));
            others.forEach(task -> requireAxes(fields, choice, columns(task), "no column of the scan", task));
        } else if (kind == PlotKind.REGION) {
            panels.forEach(task -> requireAxes(fields, choice, axes(task), "no axis of the region", task));
            refuseTheSameTwice(fields, choice);
            panels.forEach(task -> others.forEach(other -> requireSameAxes(fields, task, other)));
        } else if (kind.takes(PlotKind.Key.OBSERVABLES)) {
            requireObservables(fields, panels);
            panels.forEach(task -> others.forEach(other -> requireSameAxes(fields, task, other)));
        }
    }

    private static List<String> axes(TaskConfig task) {
        if (task.options() instanceof TaskOptions.Region region) {
            return List.of(region.x(), region.y());
        }
        return task.options() instanceof TaskOptions.Curve curve ? List.of(curve.x()) : List.of();
    }

    private void requireObservables(Fields fields, List<TaskConfig> panels) {
        Set<String> known = new LinkedHashSet<>();
        panels.forEach(task -> known.addAll(task.observables()));
        for (Node item : fields.items("observables")) {
            String name = Fields.asText(item, diagnostics);
            if (name != null && !known.isEmpty()) {
                requireOne(item, name, List.copyOf(known), "no observable of the task");
            }
        }
    }

    private void refuseTheSameTwice(Fields fields, Choice choice) {
        Node y = fields.node("y");
        if (y != null && choice.x().equals(choice.y())) {
            diagnostics.error(y, "the axes of a region cannot show the same", y.describe(), "leave one of them out");
        }
    }

    private void requireSameAxes(Fields fields, TaskConfig first, TaskConfig other) {
        Node overlay = fields.node("overlay");
        if (overlay != null && !Set.copyOf(axes(first)).equals(Set.copyOf(axes(other)))) {
            diagnostics.error(
                    overlay,
                    "tasks in one panel must have the same axes",
                    "'" + other.id() + "' of " + String.join(" and ", axes(other)) + " over '" + first.id() + "' of "
                            + String.join(" and ", axes(first)),
                    "show them as 'panels'");
        }
    }

    private void requireAxes(Fields fields, Choice choice, List<String> known, String rule, TaskConfig task) {
        requireOne(fields.node("x"), choice.x(), known, rule + " '" + task.id() + "'");
        requireOne(fields.node("y"), choice.y(), known, rule + " '" + task.id() + "'");
    }

    private List<String> columns(TaskConfig task) {
        Set<String> columns = new LinkedHashSet<>(task.parameters());
        if (task.parameters().isEmpty()) {
            parameters.values().stream()
                    .filter(parameter -> parameter.fixed() == null)
                    .forEach(parameter -> columns.add(parameter.name()));
        }
        columns.removeAll(task.at().keySet());
        columns.addAll(task.observables());
        return List.copyOf(columns);
    }

    private void requireOne(@Nullable Node node, String name, List<String> known, String rule) {
        if (node != null && !name.isEmpty() && !known.contains(name)) {
            diagnostics.error(node, rule, node.describe(), DidYouMean.suggestOrList(name, known));
        }
    }
}
