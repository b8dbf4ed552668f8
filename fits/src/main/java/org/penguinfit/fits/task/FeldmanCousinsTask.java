package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.toy.ConfidenceCurve;
import org.penguinfit.core.toy.ConfidenceMap;
import org.penguinfit.core.toy.FeldmanCousins;
import org.penguinfit.core.toy.PluginPoint;
import org.penguinfit.core.toy.PluginScan;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.TaskResult;

/**
 * Tasks of type {@code feldman-cousins}: at each point of a grid Δχ² of the data against that of toys drawn there, nuisance
 * parameters at their conditional best fit. The p-value of a point is 1 − CL of the plugin method; the points with a p-value
 * above 1 − CL are the Feldman–Cousins set.
 */
final class FeldmanCousinsTask {
    /** How often the cells of a curve that hold an end of a set are halved. */
    private static final int REFINEMENTS = 3;

    private final JointSearch joint;
    private final Minimum best;
    private final TaskOptions.FeldmanCousins options;
    private final RunContext context;

    private FeldmanCousinsTask(
            JointSearch joint, Minimum best, TaskOptions.FeldmanCousins options, RunContext context) {
        this.joint = joint;
        this.best = best;
        this.options = options;
        this.context = context;
    }

    static TaskResult run(ResolvedTask task, TaskOptions.FeldmanCousins options, RunContext context) {
        JointSearch joint = JointSearch.of(task, context.threads());
        if (joint.best().isEmpty()) {
            return joint.notConverged();
        }
        FeldmanCousinsTask run = new FeldmanCousinsTask(joint, joint.best().get(), options, context);
        return task.interest().size() == 1 ? run.curve() : run.map();
    }

    private FeldmanCousins construction() {
        return new FeldmanCousins(joint.model(), context.toys(options.toys(), joint.starts()));
    }

    private TaskResult curve() {
        FreeParameter parameter = joint.task().interest().get(0);
        Interval range = OneAtATime.interval(parameter.bounds());
        ConfidenceCurve curve = construction()
                .curve(
                        context.workName(joint.task(), "Feldman-Cousins toys"),
                        0,
                        range,
                        options.points(),
                        joint.task().levels(),
                        REFINEMENTS);
        Map<String, IntervalSet> byLevel = new LinkedHashMap<>();
        List<String> clipped = new ArrayList<>();
        for (Level level : joint.task().config().levels()) {
            IntervalSet set = curve.set(level.level());
            byLevel.put(level.label(), set);
            if (OneAtATime.touches(set, parameter.bounds()) && clipped.isEmpty()) {
                clipped.add(parameter.name());
            }
        }
        return joint.result(status(curve.scan()), notes(curve.scan()))
                .withIntervals(Map.of(parameter.name(), byLevel), clipped)
                .withBlocks(List.of(table(curve.points())));
    }

    private TaskResult map() {
        Bounds x = joint.task().interest().get(0).bounds();
        Bounds y = joint.task().interest().get(1).bounds();
        ConfidenceMap map =
                construction().map(context.workName(joint.task(), "Feldman-Cousins toys"), 0, 1, axis(x), axis(y));
        List<ResultBlock.Figure> figures = new ArrayList<>();
        Map<String, List<ResultBlock.Curve>> curves = new LinkedHashMap<>();
        for (Level level : joint.task().config().levels()) {
            curves.put(level.label(), GridCurves.of(map.xs(), map.ys(), excess(map, level.level())));
            figures.add(
                    ResultBlock.Figure.of("inside " + level.label(), "grid points inside at " + level.label(), (double)
                            map.pointsInside(level.level())));
        }
        return joint.result(status(map.scan()), notes(map.scan()))
                .withBlocks(List.of(
                        new ResultBlock.Figures("region", "Region", figures),
                        new ResultBlock.Curves(
                                "curves",
                                "Edges of the region, between grid points",
                                joint.task().interest().get(0).name(),
                                joint.task().interest().get(1).name(),
                                curves),
                        table(map.scan().points())));
    }

    /** Δχ² minus its critical value, by column and row; NaN where a point failed. */
    private static double[][] excess(ConfidenceMap map, ConfidenceLevel level) {
        Map<Vector, Double> known = new LinkedHashMap<>();
        for (PluginPoint point : map.scan().points()) {
            known.put(point.values(), point.excess(level));
        }
        double[][] excess = new double[map.xs().size()][map.ys().size()];
        for (int i = 0; i < excess.length; i++) {
            for (int j = 0; j < excess[i].length; j++) {
                Vector values = Vector.of(map.xs().get(i), map.ys().get(j));
                excess[i][j] = known.getOrDefault(values, Double.NaN);
            }
        }
        return excess;
    }

    private Vector axis(Bounds range) {
        double[] values = new double[options.points()];
        for (int i = 0; i < values.length; i++) {
            double fraction = i / (values.length - 1.0);
            values[i] = (1.0 - fraction) * range.lower() + fraction * range.upper();
        }
        return Vector.of(values);
    }

    private TaskResult.Status status(PluginScan scan) {
        return scan.points().isEmpty() ? TaskResult.Status.NOT_CONVERGED : JointFit.status(best);
    }

    private List<String> notes(PluginScan scan) {
        List<String> notes = new ArrayList<>(List.of(joint.note()));
        notes.add("Feldman–Cousins: " + options.toys() + " toys at each of "
                + scan.points().size()
                + " points, nuisance parameters at their conditional best fit, limits fluctuate; seed "
                + context.seed());
        if (scan.failedPoints() > 0) {
            notes.add(scan.failedPoints() + " points failed");
        }
        if (scan.failedToys() > 0) {
            notes.add(scan.failedToys() + " toys failed and count nowhere");
        }
        return notes;
    }

    private ResultBlock table(List<PluginPoint> points) {
        List<Column> columns = new ArrayList<>();
        for (FreeParameter parameter : joint.task().interest()) {
            columns.add(new Column(parameter.name(), parameter.name()));
        }
        columns.add(new Column("deltaChi2", "Δχ²"));
        columns.add(new Column("pValue", "p-value"));
        columns.add(new Column("pValueError", "binomial error"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (PluginPoint point : points) {
            List<@Nullable Object> row = new ArrayList<>();
            for (double value : point.values().toArray()) {
                row.add(value);
            }
            row.add(point.test().observed());
            row.add(point.pValue().value());
            row.add(point.pValue().error());
            rows.add(row);
        }
        return new ResultBlock.Table("scan", "1 − CL", columns, rows, false);
    }
}
