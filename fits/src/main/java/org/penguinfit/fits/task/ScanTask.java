package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.region.Scan;
import org.penguinfit.core.region.ScanPoints;
import org.penguinfit.core.region.ScanResult;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.ResultBlock.Figure;
import org.penguinfit.fits.result.TaskResult;

/** Tasks of type {@code scan}: predictions at the points of a grid, or at points that fill the ranges, that pass cuts. */
final class ScanTask {
    private ScanTask() {}

    static TaskResult run(ResolvedTask task, TaskOptions.Scan options, RunContext context) {
        PointModel model = PointModel.of(task, task.config().observables(), options.cuts());
        ScanResult scan = new Scan(points(task, options, model.box(), context), model.cuts())
                .run(model::function, context.work(), context.workName(task, "scan"));
        List<ResultBlock> blocks = new ArrayList<>();
        blocks.add(counts(scan));
        blocks.add(Extremes.find(task, model, scan, context).table());
        blocks.add(rows(model, scan));
        blocks.add(StandardPoint.of(model));
        return TaskResult.of(task.config(), status(scan), List.of(), blocks, notes(task, scan));
    }

    private static ScanPoints points(
            ResolvedTask task, TaskOptions.Scan options, List<Bounds> box, RunContext context) {
        return switch (options.points()) {
            case "grid" -> new ScanPoints.Grid(box, Collections.nCopies(box.size(), options.number()));
            case "sobol" -> new ScanPoints.Sobol(box, options.number());
            default -> new ScanPoints.Random(box, options.number(), context.streams(task, "points"));
        };
    }

    /** A scan that lost points, or in which none passes, says nothing of what it was asked. */
    static TaskResult.Status status(ScanResult scan) {
        return scan.failures().isEmpty() && !scan.rows().isEmpty()
                ? TaskResult.Status.OK
                : TaskResult.Status.NOT_CONVERGED;
    }

    static List<String> notes(ResolvedTask task, ScanResult scan) {
        List<String> notes = new ArrayList<>();
        if (scan.rows().isEmpty()) {
            notes.add("no point passes the cuts");
        }
        if (scan.notFinite() > 0) {
            notes.add(scan.notFinite() + " points have a prediction that is no finite number; they do not pass");
        }
        if (!scan.failures().isEmpty()) {
            notes.add(scan.failures().size() + " batches of points failed: "
                    + scan.failures().get(0).reason());
        }
        if (!task.nuisances().isEmpty()) {
            notes.add("nuisance parameters stay at their central values");
        }
        return notes;
    }

    static ResultBlock counts(ScanResult scan) {
        return new ResultBlock.Figures(
                "points",
                "Points",
                List.of(
                        Figure.of("tried", "tried", scan.tried()),
                        Figure.of("passed", "passed", scan.rows().size()),
                        Figure.of("notFinite", "without a finite prediction", scan.notFinite())));
    }

    private static ResultBlock rows(PointModel model, ScanResult scan) {
        List<Column> columns = new ArrayList<>();
        for (FreeParameter parameter : model.parameters()) {
            columns.add(new Column(parameter.name(), parameter.name()));
        }
        for (String output : model.outputs()) {
            columns.add(new Column(output, output));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Vector found : scan.rows()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int k = 0; k < columns.size(); k++) {
                row.add(found.get(k));
            }
            rows.add(row);
        }
        return new ResultBlock.Table("scan", "Points that pass", columns, rows, false);
    }
}
