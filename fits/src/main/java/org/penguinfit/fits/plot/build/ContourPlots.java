package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Tex;
import org.penguinfit.fits.plot.build.ContourPicture.Point;
import org.penguinfit.fits.plot.build.ContourPicture.Region;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Curve;
import org.penguinfit.fits.result.TaskResult;

/** Pictures of the curves of tasks of type {@code contour}. */
final class ContourPlots {
    private final Labels labels;

    ContourPlots(Labels labels) {
        this.labels = labels;
    }

    /**
     * One picture for each pair of parameters.
     *
     * @param tasks overlaid
     * @param wanted parameters of which both of a pair must be; empty: all
     */
    Map<String, Figure> of(List<TaskResult> tasks, List<String> wanted) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (ResultBlock.Curves curves : curves(tasks.get(0))) {
            if (wanted.isEmpty() || (wanted.contains(curves.x()) && wanted.contains(curves.y()))) {
                figures.put(curves.x() + "-" + curves.y(), figure(tasks, curves.x(), curves.y()));
            }
        }
        return figures;
    }

    private Figure figure(List<TaskResult> tasks, String x, String y) {
        List<Region> regions = new ArrayList<>();
        for (TaskResult task : tasks) {
            for (ResultBlock.Curves curves : curves(task)) {
                if (curves.x().equals(x) && curves.y().equals(y)) {
                    String name = tasks.size() > 1 ? ProfilePlots.name(task) : "";
                    regions.add(new Region(name, levels(curves), point(task, "best fit", x, y)));
                }
            }
        }
        return ContourPicture.of(labels.axis(x), labels.axis(y), regions, point(tasks.get(0), "Standard Model", x, y));
    }

    private static List<ResultBlock.Curves> curves(TaskResult task) {
        List<ResultBlock.Curves> found = new ArrayList<>();
        for (ResultBlock block : task.blocks()) {
            if (block instanceof ResultBlock.Curves curves) {
                found.add(curves);
            }
        }
        return found;
    }

    private static List<ContourPicture.Level> levels(ResultBlock.Curves curves) {
        List<ContourPicture.Level> levels = new ArrayList<>();
        curves.byLevel().forEach((label, ofLevel) -> {
            List<Mark.Ring> closed = new ArrayList<>();
            List<Mark.Ring> open = new ArrayList<>();
            for (Curve curve : ofLevel) {
                (curve.closed() ? closed : open).add(new Mark.Ring(curve.x(), curve.y()));
            }
            levels.add(new ContourPicture.Level(Tex.level(label), closed, open));
        });
        return levels;
    }

    /** A row of the block {@code points}. */
    private static @Nullable Point point(TaskResult task, String name, String x, String y) {
        Rows points = Rows.of(task, "points");
        for (List<@Nullable Object> row : points.all()) {
            Point point = new Point(points.number(row, x), points.number(row, y));
            if (name.equals(row.get(0)) && Double.isFinite(point.x()) && Double.isFinite(point.y())) {
                return point;
            }
        }
        return null;
    }
}
