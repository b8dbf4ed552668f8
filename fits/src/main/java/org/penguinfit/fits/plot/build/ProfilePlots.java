package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.DeltaChiSquare;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Tex;
import org.penguinfit.fits.plot.build.ProfilePicture.Line;
import org.penguinfit.fits.result.TaskResult;

/** Pictures of the curves in the block {@code scan} of tasks. */
final class ProfilePlots {
    private static final String HEIGHT = "$\\Delta\\chi^2$";

    private final FitPlan plan;
    private final Labels labels;

    ProfilePlots(FitPlan plan, Labels labels) {
        this.plan = plan;
        this.labels = labels;
    }

    /**
     * One picture for each parameter.
     *
     * @param tasks overlaid; the first is taken for the combination of the others, its levels are shown
     * @param wanted parameters shown; empty: those of the first task
     */
    Map<String, Figure> of(List<TaskResult> tasks, List<String> wanted) {
        List<Map<String, Line>> curves = new ArrayList<>();
        for (TaskResult task : tasks) {
            boolean combination = tasks.size() > 1 && curves.isEmpty();
            curves.add(curves(task, tasks.size() > 1 ? name(task) : "", combination));
        }
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (String parameter : wanted.isEmpty() ? List.copyOf(curves.get(0).keySet()) : wanted) {
            List<Line> lines = new ArrayList<>();
            for (Map<String, Line> ofTask : curves) {
                Line line = ofTask.get(parameter);
                if (line != null) {
                    lines.add(line);
                }
            }
            if (!lines.isEmpty()) {
                figures.put(parameter, figure(parameter, lines, levels(tasks.get(0))));
            }
        }
        return figures;
    }

    Figure figure(String parameter, List<Line> lines, List<LevelLine> levels) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Line line : lines) {
            low = Math.min(low, line.x().get(0));
            high = Math.max(high, line.x().get(line.x().size() - 1));
        }
        return ProfilePicture.of(
                labels.axis(parameter).withRange(low, high), HEIGHT, lines, levels, standard(parameter, low, high));
    }

    static String name(TaskResult task) {
        return Tex.text(task.heading().title());
    }

    static List<LevelLine> levels(TaskResult task) {
        List<LevelLine> lines = new ArrayList<>();
        for (Level level : task.heading().levels()) {
            lines.add(new LevelLine(Tex.level(level.label()), DeltaChiSquare.threshold(level.level(), 1)));
        }
        return lines;
    }

    private @Nullable Double standard(String parameter, double low, double high) {
        for (ResolvedTask task : plan.tasks()) {
            for (FreeParameter free : task.interest()) {
                if (free.name().equals(parameter) && free.standard() >= low && free.standard() <= high) {
                    return free.standard();
                }
            }
        }
        return null;
    }

    private static Map<String, Line> curves(TaskResult task, String legend, boolean combination) {
        Map<String, List<double[]>> points = new LinkedHashMap<>();
        for (List<@Nullable Object> row : Rows.of(task, "scan").all()) {
            if (row.get(0) instanceof String parameter
                    && row.get(1) instanceof Double at
                    && row.get(2) instanceof Double height) {
                points.computeIfAbsent(parameter, p -> new ArrayList<>()).add(new double[] {at, height});
            }
        }
        Map<String, Line> curves = new LinkedHashMap<>();
        points.forEach((parameter, found) -> curves.put(
                parameter,
                new Line(
                        legend,
                        Vector.of(found.stream().mapToDouble(p -> p[0]).toArray()),
                        Vector.of(found.stream().mapToDouble(p -> p[1]).toArray()),
                        combination)));
        curves.values().removeIf(line -> line.x().size() < 2);
        return curves;
    }
}
