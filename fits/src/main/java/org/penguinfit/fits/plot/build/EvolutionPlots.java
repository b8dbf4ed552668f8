package org.penguinfit.fits.plot.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Style;
import org.penguinfit.fits.plot.Tex;
import org.penguinfit.fits.result.TaskResult;

/** Pictures of tasks of type {@code evolution}: sets and limits of each parameter against time. */
final class EvolutionPlots {
    private final FitPlan plan;
    private final Labels labels;

    EvolutionPlots(FitPlan plan, Labels labels) {
        this.plan = plan;
        this.labels = labels;
    }

    /** One picture for each parameter that has a value on some day. */
    Map<String, Figure> of(TaskResult task, List<String> wanted) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (ResolvedTask resolved : plan.tasks()) {
            if (!resolved.config().id().equals(task.id())) {
                continue;
            }
            for (FreeParameter parameter : resolved.interest()) {
                List<EvolutionPicture.State> states = states(task, parameter.name());
                boolean asked = wanted.isEmpty() || wanted.contains(parameter.name());
                if (asked && !states.isEmpty()) {
                    figures.put(parameter.name(), figure(task, resolved, parameter, states));
                }
            }
        }
        return figures;
    }

    private Figure figure(
            TaskResult task, ResolvedTask resolved, FreeParameter parameter, List<EvolutionPicture.State> states) {
        List<String> levels = new ArrayList<>();
        for (Level level : task.heading().levels()) {
            levels.add(Tex.level(level.label()));
        }
        Figure figure = EvolutionPicture.of(
                labels.axis(parameter.name()), String.join(", ", levels), states, parameter.standard());
        if (!(resolved.config().options() instanceof TaskOptions.Evolution options)) {
            return figure;
        }
        List<Mark> limits = new ArrayList<>();
        for (Level level : options.limits()) {
            limits(task, parameter.name(), level, options.upper(), limits);
        }
        return figure.mapPanels(panel -> panel.with(limits));
    }

    private static List<EvolutionPicture.State> states(TaskResult task, String parameter) {
        List<EvolutionPicture.State> states = new ArrayList<>();
        for (List<@Nullable Object> fit : Rows.of(task, "evolution").all()) {
            if (!parameter.equals(fit.get(1))) {
                continue;
            }
            Map<String, List<Axis.Range>> sets = new LinkedHashMap<>();
            task.heading().levels().forEach(level -> sets.put(level.label(), new ArrayList<>()));
            for (List<@Nullable Object> set :
                    Rows.of(task, "evolutionIntervals").all()) {
                List<Axis.Range> ranges = sets.get(String.valueOf(set.get(2)));
                boolean here = String.valueOf(fit.get(0)).equals(set.get(0)) && parameter.equals(set.get(1));
                if (here
                        && ranges != null
                        && set.get(3) instanceof Double lower
                        && set.get(4) instanceof Double upper
                        && lower < upper) {
                    ranges.add(new Axis.Range(lower, upper));
                }
            }
            states.add(new EvolutionPicture.State(
                    LocalDate.parse(String.valueOf(fit.get(0))),
                    fit.get(2) instanceof Double best ? best : null,
                    List.copyOf(sets.values())));
        }
        return states;
    }

    private static void limits(TaskResult task, String parameter, Level level, boolean upper, List<Mark> marks) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (List<@Nullable Object> row : Rows.of(task, "evolutionLimits").all()) {
            if (parameter.equals(row.get(1))
                    && level.label().equals(row.get(2))
                    && row.get(3) instanceof Double limit) {
                x.add((double) LocalDate.parse(String.valueOf(row.get(0))).toEpochDay());
                y.add(limit);
            }
        }
        if (!x.isEmpty()) {
            marks.add(new Mark.Limits(
                    Rows.vector(x),
                    Rows.vector(y),
                    upper ? Mark.Direction.DOWN : Mark.Direction.UP,
                    Style.of(1),
                    (upper ? "upper" : "lower") + " limit, " + Tex.level(level.label())));
        }
    }
}
