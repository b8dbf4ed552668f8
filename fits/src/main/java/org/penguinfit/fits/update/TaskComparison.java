package org.penguinfit.fits.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.fits.update.ParameterChange.BestValue;

/** Puts the numbers of a task side by side. */
final class TaskComparison {
    private final ResolvedTask task;
    private final TaskResult before;
    private final TaskResult after;

    TaskComparison(ResolvedTask task, TaskResult before, TaskResult after) {
        this.task = task;
        this.before = before;
        this.after = after;
    }

    TaskChange with(List<CurvePair> curves) {
        List<ParameterChange> parameters = new ArrayList<>();
        for (String name : names()) {
            parameters.add(new ParameterChange(name, best(before, name), best(after, name), sets(name)));
        }
        return new TaskChange(before, after, parameters, figures(), curves);
    }

    /** Parameters of interest, and whatever else has sets: the observable of an average. */
    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (FreeParameter parameter : task.interest()) {
            names.add(parameter.name());
        }
        names.addAll(before.intervals().keySet());
        names.addAll(after.intervals().keySet());
        return names;
    }

    private static Optional<BestValue> best(TaskResult result, String name) {
        @Nullable MinimumFound best = null;
        int minima = 0;
        for (MinimumFound minimum : result.minima()) {
            boolean varies = minimum.varied() == null || name.equals(minimum.varied());
            if (varies && minimum.parameters().containsKey(name)) {
                minima++;
                best = best == null || minimum.chi2() < best.chi2() ? minimum : best;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        Double value = best.parameters().get(name);
        return Optional.of(new BestValue(
                value == null ? Double.NaN : value,
                Optional.ofNullable(best.uncertainties().get(name)),
                minima));
    }

    private Map<String, ParameterChange.Sets> sets(String name) {
        Map<String, IntervalSet> old = before.intervals().getOrDefault(name, Map.of());
        Map<String, IntervalSet> updated = after.intervals().getOrDefault(name, Map.of());
        Set<String> levels = new LinkedHashSet<>(old.keySet());
        levels.addAll(updated.keySet());
        Map<String, ParameterChange.Sets> sets = new LinkedHashMap<>();
        for (String level : levels) {
            sets.put(
                    level,
                    new ParameterChange.Sets(
                            old.getOrDefault(level, IntervalSet.EMPTY),
                            updated.getOrDefault(level, IntervalSet.EMPTY)));
        }
        return sets;
    }

    private List<TaskChange.FigureChange> figures() {
        Map<String, TaskChange.FigureChange> changes = new LinkedHashMap<>();
        collect(before, true, changes);
        collect(after, false, changes);
        return List.copyOf(changes.values());
    }

    private static void collect(TaskResult result, boolean old, Map<String, TaskChange.FigureChange> changes) {
        for (ResultBlock block : result.blocks()) {
            if (!(block instanceof ResultBlock.Figures figures)) {
                continue;
            }
            for (ResultBlock.Figure figure : figures.figures()) {
                if (figure.number() != null) {
                    String id = figures.key() + "." + figure.key();
                    TaskChange.FigureChange known = changes.get(id);
                    double number = figure.number();
                    changes.put(
                            id,
                            new TaskChange.FigureChange(
                                    figures.key(),
                                    figure.key(),
                                    figure.label(),
                                    old ? number : known == null ? Double.NaN : known.before(),
                                    old ? Double.NaN : number));
                }
            }
        }
    }
}
