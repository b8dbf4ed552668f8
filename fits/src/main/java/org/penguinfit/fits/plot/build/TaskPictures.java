package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.fits.config.PlotConfig;
import org.penguinfit.fits.config.PlotKind;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.FitResult.Picture;
import org.penguinfit.fits.result.TaskResult;

/** Describes the pictures of a finished fit. A task without what its picture shows, as one without data, has none. */
public final class TaskPictures {
    private final FitResult result;
    private final FitPlan plan;
    private final Labels labels;
    private final List<Picture> pictures = new ArrayList<>();

    private TaskPictures(FitResult result, FitPlan plan) {
        this.result = result;
        this.plan = plan;
        this.labels = Labels.of(plan);
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
                .anyMatch(plot -> plot.task().equals(id)
                        || plot.panels().contains(id)
                        || plot.name().equals(id));
        return drawn ? Optional.empty() : PlotKind.usual(task.type()).map(kind -> PlotConfig.of(id, kind));
    }

    private FitResult describe(List<PlotConfig> wanted) {
        for (PlotConfig plot : wanted) {
            Palette palette = new Palette(1 + plot.overlay().size());
            if (plot.panels().isEmpty() && plot.columns() == 0) {
                add(plot, figures(plot, plot.task(), palette));
            } else {
                addGrid(plot, palette);
            }
        }
        return result.with(pictures);
    }

    /** The pictures of a task, with the tasks that are overlaid. */
    private Map<String, Figure> figures(PlotConfig plot, String task, Palette palette) {
        List<TaskResult> tasks = new ArrayList<>(List.of(task(task)));
        plot.overlay().forEach(id -> tasks.add(task(id)));
        List<String> parameters = plot.choice().parameters();
        return switch (plot.kind()) {
            case PROFILE -> new ProfilePlots(plan, labels).of(tasks, parameters);
            case CONTOUR -> new ContourPlots(labels).of(tasks, parameters);
            case PULLS -> MinimumPlots.pulls(tasks.get(0), labels);
            case EVOLUTION -> new EvolutionPlots(plan, labels).of(tasks.get(0), parameters);
            case TERMS -> new TermPlots(tasks.get(0), labels).figures();
            case CORRELATION -> MinimumPlots.correlation(tasks.get(0), parameters, labels);
            case REGION -> new RegionPlots(plan, labels).of(tasks, plot.choice());
            case CURVE ->
                new CurvePlots(plan, labels, palette).of(tasks, plot.choice().observables());
            case PREDICTIONS ->
                new PredictionsPlots(labels, tasks.get(0)).of(plot.choice().observables());
            case SCATTER -> new ScatterPlots(plan, labels).of(tasks, plot.choice());
        };
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
            String name = figures.size() == 1 ? plot.name() : plot.name() + "-" + fileName(suffix);
            pictures.add(new Picture(name, plot.task(), plot.formats(), finished(figure, plot)));
        });
    }

    /** All pictures of the plot's tasks as panels of one. */
    private void addGrid(PlotConfig plot, Palette palette) {
        List<Figure> figures = new ArrayList<>();
        for (String task : plot.panels().isEmpty() ? List.of(plot.task()) : plot.panels()) {
            figures.addAll(figures(plot, task, palette).values());
        }
        if (!figures.isEmpty()) {
            Figure grid = PanelGrid.of(figures, plot.columns());
            pictures.add(new Picture(plot.name(), plot.task(), plot.formats(), finished(grid, plot)));
        }
    }

    private static Figure finished(Figure figure, PlotConfig plot) {
        Figure titled = plot.title().isEmpty() ? figure : figure.withTitle(plot.title());
        return titled.mapPanels(
                panel -> panel.withX(plot.choice().xRange()).withY(plot.choice().yRange()));
    }

    private static String fileName(String name) {
        return name.replaceAll("[^A-Za-z0-9._+-]+", "_");
    }

    /** No picture. */
    static Map<String, Figure> none() {
        return new LinkedHashMap<>();
    }
}
