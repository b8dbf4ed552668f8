package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.contour.Contour;
import org.penguinfit.core.contour.ContourCurve;
import org.penguinfit.core.contour.ContourSearch;
import org.penguinfit.core.contour.GridPoint;
import org.penguinfit.core.contour.ProfileGrid;
import org.penguinfit.core.contour.ProfileGridSearch;
import org.penguinfit.core.interval.DeltaChiSquare;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.TaskResult;

/**
 * Tasks of type {@code contour}: for every pair of parameters of interest the curves on which the profile of both lies at the
 * threshold of each level, and on demand the profile on a grid. Profiles of
 * each parameter over its range come first, for minima that the multi-start missed: every island has one. A lower minimum that
 * is met is adopted, and all is done again.
 */
final class ContourTask {
    /** Each adoption lowers the minimum; a problem with more nested minima ends with what it has, and says so. */
    private static final int ADOPTIONS = 4;

    private static final List<Column> REGION_COLUMNS = List.of(
            new Column("x", "x"),
            new Column("y", "y"),
            new Column("level", "level"),
            new Column("deltaChi2", "Δχ²"),
            new Column("curves", "curves"),
            new Column("area", "area"),
            new Column("status", "status"));

    private final JointSearch joint;
    private final TaskOptions.Contour options;
    private final RunContext context;
    private final String round;
    private final List<ResultBlock> curves = new ArrayList<>();
    private final List<ResultBlock> grids = new ArrayList<>();
    private final List<List<@Nullable Object>> regions = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Vector lower;
    private double lowest;
    private boolean complete = true;

    private ContourTask(JointSearch joint, TaskOptions.Contour options, RunContext context, int round) {
        this.joint = joint;
        this.options = options;
        this.context = context;
        this.round = round == 0 ? "" : ", minimum " + (round + 1);
        this.lowest = joint.best().map(Minimum::value).orElse(Double.POSITIVE_INFINITY);
    }

    static TaskResult run(ResolvedTask task, TaskOptions.Contour options, RunContext context) {
        JointSearch search = JointSearch.of(task, context.threads());
        if (search.best().isEmpty()) {
            return search.notConverged();
        }
        JointSearch joint =
                JointProfiles.of(search, ProfileScan.SEARCH, List.of(), context).completed();
        for (int adoption = 0; ; adoption++) {
            ContourTask run = new ContourTask(joint, options, context, adoption);
            run.searchPairs();
            JointSearch next = Optional.ofNullable(run.lower).map(joint::adopt).orElse(joint);
            if (next == joint || adoption == ADOPTIONS) {
                return run.result();
            }
            joint = next;
        }
    }

    private void searchPairs() {
        int n = joint.task().interest().size();
        for (int first = 0; first < n; first++) {
            for (int second = first + 1; second < n; second++) {
                searchPair(first, second);
                if (options.grid() > 0) {
                    grids.add(grid(first, second));
                }
            }
        }
    }

    private String name(int index) {
        return joint.task().interest().get(index).name();
    }

    private String pair(int first, int second) {
        return name(first) + "," + name(second);
    }

    private List<Bounds> bounds() {
        return joint.likelihood().parameters().bounds();
    }

    private void searchPair(int first, int second) {
        Map<String, List<ResultBlock.Curve>> byLevel = new LinkedHashMap<>();
        for (Level level : joint.task().config().levels()) {
            double delta = DeltaChiSquare.threshold(level.level(), options.dof());
            Contour contour = ContourSearch.standard()
                    .search(
                            joint.likelihood()::objective,
                            bounds(),
                            first,
                            second,
                            joint.starts(),
                            delta,
                            context.work(),
                            workName("contour " + pair(first, second) + " at " + level.label()));
            byLevel.put(level.label(), curves(contour));
            regions.add(region(level, contour));
            remember(contour.lowerMinimumAdopted(), contour.reference(), contour.referencePoint());
            note(level, contour);
        }
        curves.add(new ResultBlock.Curves(
                "contour " + pair(first, second), "contour", name(first), name(second), byLevel));
    }

    private String workName(String purpose) {
        return context.workName(joint.task(), purpose + round);
    }

    private void remember(boolean adopted, double value, Vector point) {
        if (adopted && value < lowest) {
            lower = point;
            lowest = value;
        }
    }

    private static List<ResultBlock.Curve> curves(Contour contour) {
        List<ResultBlock.Curve> found = new ArrayList<>();
        for (ContourCurve curve : contour.curves()) {
            found.add(new ResultBlock.Curve(curve.xs(), curve.ys(), curve.closed()));
        }
        return found;
    }

    private List<@Nullable Object> region(Level level, Contour contour) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(name(contour.first()));
        row.add(name(contour.second()));
        row.add(level.label());
        row.add(contour.delta());
        row.add((double) contour.curves().size());
        row.add(contour.area());
        row.add(status(contour));
        return row;
    }

    private static String status(Contour contour) {
        if (!contour.isComplete() || contour.curves().isEmpty()) {
            return "incomplete";
        }
        return contour.curves().stream().anyMatch(ContourCurve::clipped) ? "clipped by the range" : "complete";
    }

    private void note(Level level, Contour contour) {
        String region = pair(contour.first(), contour.second()) + " at " + level.label() + ": ";
        if (contour.inconsistentPoints() > 0) {
            notes.add(region + contour.inconsistentPoints() + " points of the search grid contradict the curves");
        }
        if (contour.overlappingPoints() > 0) {
            notes.add(region + "branches of the profile cross; the region is the union of what the curves enclose, and"
                    + " the area counts overlaps twice");
        }
        if (contour.failedPoints() > 0) {
            notes.add(region + contour.failedPoints() + " points of the search grid failed");
        }
        if (contour.lowerMinimumAdopted()) {
            notes.add(region + "Δχ² refers to a minimum that was met on the way, at χ² = " + contour.reference());
        }
        complete &= contour.isComplete() && !contour.curves().isEmpty();
    }

    private ResultBlock grid(int first, int second) {
        ProfileGrid grid = ProfileGridSearch.of(options.grid(), options.grid())
                .search(
                        joint.likelihood()::objective,
                        bounds(),
                        first,
                        second,
                        OneAtATime.interval(bounds().get(first)),
                        OneAtATime.interval(bounds().get(second)),
                        joint.starts(),
                        context.work(),
                        workName("grid " + pair(first, second)));
        remember(grid.lowerMinimumAdopted(), grid.reference(), grid.referencePoint());
        if (grid.failedPoints() > 0 || grid.failedRows() > 0) {
            notes.add("grid " + pair(first, second) + ": " + grid.failedPoints() + " points and " + grid.failedRows()
                    + " rows failed");
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (GridPoint point : grid.points()) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(point.x());
            row.add(point.y());
            row.add(point.value() - grid.reference());
            rows.add(row);
        }
        List<Column> columns = List.of(new Column("x", "x"), new Column("y", "y"), new Column("deltaChi2", "Δχ²"));
        return new ResultBlock.Table("grid " + pair(first, second), "Profile on a grid", columns, rows, false);
    }

    private TaskResult result() {
        Minimum best = joint.best().orElseThrow();
        List<String> all = new ArrayList<>(List.of(joint.note()));
        all.add("contours: Δχ² for " + options.dof() + (options.dof() == 1 ? " parameter" : " parameters")
                + " by Wilks' theorem, all other parameters profiled; curves followed from every minimum, those of the"
                + " profiles of each parameter included, and wherever a grid shows a boundary");
        all.addAll(notes);
        List<ResultBlock> blocks = new ArrayList<>();
        blocks.add(new ResultBlock.Table("regions", "Regions", REGION_COLUMNS, regions, true));
        blocks.addAll(curves);
        blocks.addAll(grids);
        TaskResult result = joint.result(JointFit.status(best), all);
        blocks.add(0, points(result));
        return (complete ? result : result.withStatus(TaskResult.Status.NOT_CONVERGED)).withBlocks(blocks);
    }

    /** Best fit and Standard Model in the coordinates of the curves. */
    private ResultBlock points(TaskResult result) {
        List<Column> columns = new ArrayList<>(List.of(new Column("point", "point")));
        List<@Nullable Object> best = new ArrayList<>(List.of("best fit"));
        List<@Nullable Object> standard = new ArrayList<>(List.of("Standard Model"));
        Vector point = joint.best().orElseThrow().point();
        for (int i : joint.interestIndices()) {
            FreeParameter parameter = joint.task().interest().get(i);
            columns.add(new Column(parameter.name(), parameter.name()));
            best.add(point.get(i));
            standard.add(parameter.standard());
        }
        columns.add(new Column("deltaChi2", "Δχ²"));
        best.add(0.0);
        TaskResult.Goodness fit = result.fit();
        standard.add(fit == null ? null : Double.valueOf(fit.chi2Sm() - fit.chi2()));
        return new ResultBlock.Table("points", "Points", columns, List.of(best, standard), true);
    }
}
