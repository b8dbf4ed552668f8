package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.region.RegionImage;
import org.penguinfit.core.region.Scan;
import org.penguinfit.core.region.ScanPoints;
import org.penguinfit.core.region.ScanResult;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;

/** Tasks of type {@code region}: which pairs of two predictions the points that pass cuts can have, as outlines. */
final class RegionTask {
    private RegionTask() {}

    static TaskResult run(ResolvedTask task, TaskOptions.Region options, RunContext context) {
        PointModel model = PointModel.of(task, List.of(options.x(), options.y()), options.cuts());
        ScanResult scan = new Scan(new ScanPoints.Sobol(model.box(), options.number()), model.cuts())
                .run(model::function, context.work(), context.workName(task, "scan"));
        Extremes extremes = Extremes.find(task, model, scan, context);
        List<String> notes = new ArrayList<>(ScanTask.notes(task, scan));
        List<ResultBlock> blocks = new ArrayList<>();
        blocks.add(ScanTask.counts(scan));
        blocks.add(extremes.table());
        blocks.add(StandardPoint.of(model));
        Optional<Bounds> x = extremes.range(0);
        Optional<Bounds> y = extremes.range(1);
        if (x.isPresent() && y.isPresent()) {
            RegionImage image = RegionImage.of(
                    scan,
                    x.get(),
                    y.get(),
                    options.cells(),
                    model.space(),
                    model::function,
                    context.streams(task, "image"),
                    context.work(),
                    context.workName(task, "edge"));
            blocks.add(outlines(options, image));
            notes.add("outlines are good to a cell, 1/" + options.cells() + " of the extent along each axis");
        } else if (!scan.rows().isEmpty()) {
            notes.add("the set has no extent along an axis, so it has no outline");
        }
        return TaskResult.of(task.config(), ScanTask.status(scan), List.of(), blocks, notes);
    }

    /** Curves around the cells that are hit, half a cell outside their centres, with one ring of empty cells around all. */
    private static ResultBlock outlines(TaskOptions.Region options, RegionImage image) {
        int n = image.cells();
        double[][] outside = new double[n + 2][n + 2];
        for (int i = 0; i < n + 2; i++) {
            for (int j = 0; j < n + 2; j++) {
                outside[i][j] = image.isHit(i - 1, j - 1) ? -1 : 1;
            }
        }
        return new ResultBlock.Curves(
                "region",
                "Allowed region",
                options.x(),
                options.y(),
                Map.of("allowed", GridCurves.of(centres(image.x(), n), centres(image.y(), n), outside)));
    }

    private static Vector centres(Bounds range, int n) {
        double[] centres = new double[n + 2];
        double cell = (range.upper() - range.lower()) / n;
        for (int i = 0; i < centres.length; i++) {
            centres[i] = range.lower() + (i - 0.5) * cell;
        }
        return Vector.of(centres);
    }
}
