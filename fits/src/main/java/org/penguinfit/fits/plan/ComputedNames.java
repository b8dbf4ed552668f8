package org.penguinfit.fits.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.config.TaskOptions;

/** The names under which a task computes what a paper may print. */
final class ComputedNames {
    private final TaskConfig task;
    private final Set<String> parameters;

    /**
     * Of a task.
     *
     * @param free names of the parameters of interest of the fit
     */
    ComputedNames(TaskConfig task, Collection<String> free) {
        this.task = task;
        this.parameters = new LinkedHashSet<>(task.parameters().isEmpty() ? free : task.parameters());
        this.parameters.removeAll(task.at().keySet());
    }

    /** Names of sets: a parameter, or {@code PARAMETER at LEVEL}. */
    List<String> sets() {
        if (task.options() instanceof TaskOptions.Average average) {
            return atLevels(List.of(average.observable()));
        }
        boolean hasSets = types(
                        TaskConfig.Type.ALLOWED,
                        TaskConfig.Type.ONE_AT_A_TIME,
                        TaskConfig.Type.PROFILE,
                        TaskConfig.Type.LIMIT,
                        TaskConfig.Type.FELDMAN_COUSINS)
                .contains(task.type());
        boolean hasSetsAtLevels =
                types(TaskConfig.Type.FIT, TaskConfig.Type.POSTERIOR).contains(task.type());
        return hasSets || (hasSetsAtLevels && !task.levels().isEmpty()) ? atLevels(parameters) : List.of();
    }

    private List<String> atLevels(Collection<String> names) {
        List<String> all = new ArrayList<>(names);
        for (String name : names) {
            for (Level level : task.levels()) {
                all.add(name + " at " + level.label());
            }
        }
        return all;
    }

    /** Names of values: predictions, extremes of a scan, parameters at the best minimum. */
    List<String> values() {
        List<String> names = new ArrayList<>();
        if (task.options() instanceof TaskOptions.Region region) {
            addExtremes(List.of(region.x(), region.y()), names);
        } else if (task.type() == TaskConfig.Type.SCAN) {
            addExtremes(task.observables(), names);
        } else if (task.options() instanceof TaskOptions.Predict predict) {
            names.addAll(predict.points().size() < 2 ? task.observables() : List.of());
            for (String point : predict.points().keySet()) {
                task.observables().forEach(observable -> names.add(observable + " at " + point));
            }
        } else if (hasMinimum()) {
            names.addAll(parameters);
            names.addAll(task.nuisances());
            names.addAll(task.type() == TaskConfig.Type.POSTERIOR ? List.of() : task.observables());
        }
        return names;
    }

    private static void addExtremes(List<String> outputs, List<String> names) {
        for (String output : outputs) {
            names.add("largest " + output);
            names.add("smallest " + output);
        }
    }

    private boolean hasMinimum() {
        return task.type() == TaskConfig.Type.ONE_AT_A_TIME
                || (task.type().needs(TaskConfig.Needs.TOGETHER) && task.type() != TaskConfig.Type.COVERAGE);
    }

    private static Set<TaskConfig.Type> types(TaskConfig.Type first, TaskConfig.Type... others) {
        return EnumSet.of(first, others);
    }
}
