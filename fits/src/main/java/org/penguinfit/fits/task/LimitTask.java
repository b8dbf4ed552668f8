package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.DeltaChiSquare;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.profile.ProfileCurve;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.TaskResult;

/**
 * Tasks of type {@code limit}: one-sided limits of each parameter of interest. By the profile: the outermost value with
 * Δχ² ≤ z², Φ(z) = CL (arXiv:1007.1727, section 2.4). By CLs: see {@link ClsLimits}.
 */
final class LimitTask {
    private static final String PROFILE = "profile";
    private static final String CLS = "cls";

    private static final List<Column> COLUMNS = List.of(
            new Column("parameter", "parameter"),
            new Column("level", "level"),
            new Column("method", "method"),
            new Column("limit", "limit"),
            new Column("status", "status"));

    private final ResolvedTask task;
    private final TaskOptions.Limit options;
    private final RunContext context;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private final Map<String, Map<String, IntervalSet>> intervals = new LinkedHashMap<>();
    private final List<String> clipped = new ArrayList<>();
    private final List<ResultBlock> blocks = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean complete = true;

    private LimitTask(ResolvedTask task, TaskOptions.Limit options, RunContext context) {
        this.task = task;
        this.options = options;
        this.context = context;
    }

    static TaskResult run(ResolvedTask task, TaskOptions.Limit options, RunContext context) {
        JointSearch joint = JointSearch.of(task, context.threads());
        return joint.best().isEmpty() ? joint.notConverged() : new LimitTask(task, options, context).run(joint);
    }

    private TaskResult run(JointSearch search) {
        List<Double> deltas = new ArrayList<>();
        for (Level level : task.config().levels()) {
            deltas.add(DeltaChiSquare.oneSidedThreshold(level.level()));
        }
        JointProfiles profiles = JointProfiles.of(search, ProfileScan.SEARCH, deltas, context);
        JointSearch joint = profiles.joint();
        notes.add(joint.note());
        notes.addAll(profiles.notes());
        complete = profiles.isComplete();
        if (options.methods().contains(PROFILE)) {
            profile(profiles);
        }
        if (options.methods().contains(CLS)) {
            cls(joint);
        }
        blocks.add(0, new ResultBlock.Table("limits", "Limits", COLUMNS, rows, true));
        Minimum best = joint.best().orElseThrow();
        TaskResult result = joint.result(JointFit.status(best), notes).withIntervals(intervals, clipped);
        return (complete ? result : result.withStatus(TaskResult.Status.NOT_CONVERGED)).withBlocks(blocks);
    }

    private void profile(JointProfiles profiles) {
        notes.add(
                "profile: Δχ² of a one-sided Gaussian by Wilks' theorem, others profiled, values inside the range only;"
                        + " near an edge of the physical range it need not cover");
        for (ProfileCurve curve : profiles.curves()) {
            FreeParameter parameter = task.interest().get(curve.parameter());
            for (int k = 0; k < task.config().levels().size(); k++) {
                List<Interval> segments = curve.intervals().get(k).segments();
                if (segments.isEmpty()) {
                    notes.add(parameter.name() + ": the profile is nowhere finite");
                    complete = false;
                    continue;
                }
                Interval outermost = segments.get(options.upper() ? segments.size() - 1 : 0);
                double end = options.upper() ? outermost.upper() : outermost.lower();
                add(parameter, task.config().levels().get(k), PROFILE, end);
                if (segments.size() > 1) {
                    notes.add(parameter.name() + " at "
                            + task.config().levels().get(k).label()
                            + ": the profile rises above the threshold and falls below it again; the limit is the"
                            + " outermost end of " + segments.size() + " segments");
                }
            }
        }
    }

    private void cls(JointSearch joint) {
        if (!options.upper()) {
            notes.add("CLs: not given for lower limits, as no signal is the lower edge of the parameter");
            return;
        }
        ClsLimits limits = ClsLimits.of(joint, context);
        for (ClsLimits.Found found : limits.found()) {
            add(found.parameter(), found.level(), CLS, found.observed());
        }
        notes.addAll(limits.notes());
        complete &= limits.failures() == 0;
        if (!limits.found().isEmpty()) {
            blocks.add(limits.table());
        }
    }

    /** A limit at the far end of the range is none: the data do not reach it. */
    private void add(FreeParameter parameter, Level level, String method, double limit) {
        Bounds range = parameter.bounds();
        double edge = options.upper() ? range.upper() : range.lower();
        boolean inside = !Double.isNaN(limit) && limit != edge;
        List<@Nullable Object> row = new ArrayList<>();
        row.add(parameter.name());
        row.add(level.label());
        row.add(method);
        row.add(inside ? Double.valueOf(limit) : null);
        row.add(inside ? "found" : "beyond the range");
        rows.add(row);
        double end = inside ? limit : edge;
        Interval kept = options.upper() ? new Interval(range.lower(), end) : new Interval(end, range.upper());
        intervals
                .computeIfAbsent(parameter.name(), name -> new LinkedHashMap<>())
                .put(level.label() + " " + method, IntervalSet.of(kept));
        if (!inside && !clipped.contains(parameter.name())) {
            clipped.add(parameter.name());
        }
    }
}
