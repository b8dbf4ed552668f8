package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.config.PlotConfig;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.result.TaskResult;

/** Pictures of the points of tasks of type {@code scan}. */
final class ScatterPlots {
    private final FitPlan plan;
    private final Labels labels;

    ScatterPlots(FitPlan plan, Labels labels) {
        this.plan = plan;
        this.labels = labels;
    }

    /**
     * One picture, if a point passed.
     *
     * @param tasks overlaid; one names its cuts in the legend, several have their titles there
     * @param choice the axes; empty: the first two predictions of the first task, or its parameter and its only prediction
     */
    Map<String, Figure> of(List<TaskResult> tasks, PlotConfig.Choice choice) {
        List<String> usual = usual(tasks.get(0));
        String x = choice.x().isEmpty() ? usual.get(0) : choice.x();
        String y = choice.y().isEmpty() ? usual.get(1) : choice.y();
        List<ScatterPicture.Cloud> clouds = new ArrayList<>();
        for (TaskResult task : tasks) {
            String legend = tasks.size() > 1 ? ProfilePlots.name(task) : Cuts.latex(config(task), labels);
            ScatterPicture.Cloud cloud = cloud(task, x, y, legend);
            if (cloud.x().size() > 0) {
                clouds.add(cloud);
            }
        }
        Map<String, Figure> figures = TaskPictures.none();
        if (!clouds.isEmpty()) {
            figures.put(
                    "",
                    ScatterPicture.of(
                            axis(x, choice.xRange()),
                            axis(y, choice.yRange()),
                            clouds,
                            RegionPlots.standard(tasks.get(0), x, y)));
        }
        return figures;
    }

    private Axis axis(String name, Axis.@Nullable Range range) {
        Axis axis = labels.axis(name);
        return range == null ? axis : axis.withRange(range.low(), range.high());
    }

    private List<String> usual(TaskResult task) {
        List<String> outputs = new ArrayList<>(config(task).observables());
        if (outputs.size() < 2) {
            Rows standard = Rows.of(task, "standard");
            standard.all().stream()
                    .map(row -> standard.word(row, "output"))
                    .filter(name -> !config(task).observables().contains(name))
                    .findFirst()
                    .ifPresent(name -> outputs.add(0, name));
        }
        return outputs.size() < 2 ? List.of("", "") : outputs.subList(0, 2);
    }

    private static ScatterPicture.Cloud cloud(TaskResult task, String x, String y, String legend) {
        Rows scan = Rows.of(task, "scan");
        List<Double> across = new ArrayList<>();
        List<Double> up = new ArrayList<>();
        for (List<@Nullable Object> row : scan.all()) {
            double px = scan.number(row, x);
            double py = scan.number(row, y);
            if (Double.isFinite(px) && Double.isFinite(py)) {
                across.add(px);
                up.add(py);
            }
        }
        return new ScatterPicture.Cloud(legend, Rows.vector(across), Rows.vector(up));
    }

    private TaskConfig config(TaskResult task) {
        return Objects.requireNonNull(plan.config().tasks().get(task.id()));
    }
}
