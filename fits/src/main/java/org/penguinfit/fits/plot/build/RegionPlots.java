package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.config.PlotConfig;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.build.ContourPicture.Point;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;

/** Pictures of the outlines of tasks of type {@code region}, filled. */
final class RegionPlots {
    private final FitPlan plan;
    private final Labels labels;

    RegionPlots(FitPlan plan, Labels labels) {
        this.plan = plan;
        this.labels = labels;
    }

    /**
     * One picture, if there is an outline.
     *
     * @param tasks overlaid; one names its cuts in the legend, several have their titles there
     * @param choice the axes; empty: those of the first task
     */
    Map<String, Figure> of(List<TaskResult> tasks, PlotConfig.Choice choice) {
        List<ContourPicture.Region> regions = new ArrayList<>();
        String x = "";
        String y = "";
        for (TaskResult task : tasks) {
            ResultBlock.Curves outline = outline(task);
            if (outline != null) {
                boolean first = regions.isEmpty();
                boolean swapped = choice.x().equals(outline.y()) || choice.y().equals(outline.x());
                x = first ? (swapped ? outline.y() : outline.x()) : x;
                y = first ? (swapped ? outline.x() : outline.y()) : y;
                regions.add(region(task, outline, x, tasks.size() > 1));
            }
        }
        Map<String, Figure> figures = TaskPictures.none();
        if (!regions.isEmpty()) {
            figures.put("", ContourPicture.of(labels.axis(x), labels.axis(y), regions, standard(tasks.get(0), x, y)));
        }
        return figures;
    }

    private static ResultBlock.@Nullable Curves outline(TaskResult task) {
        for (ResultBlock block : task.blocks()) {
            if (block instanceof ResultBlock.Curves curves && curves.key().equals("region")) {
                return curves;
            }
        }
        return null;
    }

    private ContourPicture.Region region(TaskResult task, ResultBlock.Curves outline, String x, boolean named) {
        boolean swapped = x.equals(outline.y());
        List<Mark.Ring> rings = new ArrayList<>();
        for (List<ResultBlock.Curve> curves : outline.byLevel().values()) {
            for (ResultBlock.Curve curve : curves) {
                Vector across = swapped ? curve.y() : curve.x();
                rings.add(new Mark.Ring(across, swapped ? curve.x() : curve.y()));
            }
        }
        String legend = named ? ProfilePlots.name(task) : Cuts.latex(config(task), labels);
        return new ContourPicture.Region("", List.of(new ContourPicture.Level(legend, rings, List.of())), null);
    }

    /** Where all parameters stand at their defaults; null if the task does not say. */
    static @Nullable Point standard(TaskResult task, String x, String y) {
        Rows standard = Rows.of(task, "standard");
        double px = Double.NaN;
        double py = Double.NaN;
        for (List<@Nullable Object> row : standard.all()) {
            px = x.equals(standard.word(row, "output")) ? standard.number(row, "value") : px;
            py = y.equals(standard.word(row, "output")) ? standard.number(row, "value") : py;
        }
        return Double.isFinite(px) && Double.isFinite(py) ? new Point(px, py) : null;
    }

    private TaskConfig config(TaskResult task) {
        return Objects.requireNonNull(plan.config().tasks().get(task.id()));
    }
}
