package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.fits.config.PlotConfig;
import org.penguinfit.fits.config.PlotKind;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.FitResult.Picture;
import org.penguinfit.fits.result.TaskResult;

/** Describes the pictures of a finished fit. A task without what its picture shows, as one without data, has none. */
public final class TaskPictures {
    private final FitResult result;
    private final FitPlan plan;
    private final List<Picture> pictures = new ArrayList<>();

    private TaskPictures(FitResult result, FitPlan plan) {
        this.result = result;
        this.plan = plan;
    }

    /**
     * Adds to a result the pictures that its config asks for.
     *
     * @param everyTask also the usual picture of each task that the config draws none of
     */
    public static FitResult addTo(FitResult result, FitPlan plan, boolean everyTask) {
        List<PlotConfig> wanted = new ArrayList<>(plan.outputs().plots());
        if (everyTask) {
            for (TaskResult task : result.tasks()) {
                usual(task, wanted).ifPresent(wanted::add);
            }
        }
        return wanted.isEmpty() ? result : new TaskPictures(result, plan).describe(wanted);
    }

    private static Optional<PlotConfig> usual(TaskResult task, List<PlotConfig> wanted) {
        String id = task.id();
        boolean drawn = wanted.stream()
                .anyMatch(plot -> plot.task().equals(id) || plot.name().equals(id));
        return drawn
                ? Optional.empty()
                : PlotKind.usual(task.type())
                        .map(kind ->
                                new PlotConfig(id, id, kind, List.of(), List.of(), PlotConfig.ALL_FORMATS, "", null));
    }

    private FitResult describe(List<PlotConfig> wanted) {
        Labels labels = Labels.of(plan);
        for (PlotConfig plot : wanted) {
            List<TaskResult> tasks = new ArrayList<>(List.of(task(plot.task())));
            plot.overlay().forEach(id -> tasks.add(task(id)));
            Map<String, Figure> figures = switch (plot.kind()) {
                case PROFILE -> new ProfilePlots(plan, labels).of(tasks, plot.parameters());
                case CONTOUR -> new ContourPlots(labels).of(tasks, plot.parameters());
                case PULLS -> MinimumPlots.pulls(tasks.get(0), labels);
                case EVOLUTION -> new EvolutionPlots(plan, labels).of(tasks.get(0), plot.parameters());
                case TERMS -> new TermPlots(tasks.get(0), labels).figures();
                case CORRELATION -> MinimumPlots.correlation(tasks.get(0), plot.parameters(), labels);
            };
            add(plot, figures);
        }
        return result.with(pictures);
    }

    private TaskResult task(String id) {
        for (TaskResult task : result.tasks()) {
            if (task.id().equals(id)) {
                return task;
            }
        }
        throw new IllegalArgumentException("no task '" + id + "' in the result");
    }

    /** One picture has the name of the plot, several have the names of what they show behind it. */
    private void add(PlotConfig plot, Map<String, Figure> figures) {
        figures.forEach((suffix, figure) -> {
            Figure titled = plot.title().isEmpty() ? figure : figure.withTitle(plot.title());
            Axis.Range range = plot.xRange();
            Figure ranged = range == null ? titled : titled.mapPanels(panel -> panel.withX(range));
            String name = figures.size() == 1 ? plot.name() : plot.name() + "-" + fileName(suffix);
            pictures.add(new Picture(name, plot.task(), plot.formats(), ranged));
        });
    }

    private static String fileName(String name) {
        return name.replaceAll("[^A-Za-z0-9._+-]+", "_");
    }

    /** No picture. */
    static Map<String, Figure> none() {
        return new LinkedHashMap<>();
    }
}
