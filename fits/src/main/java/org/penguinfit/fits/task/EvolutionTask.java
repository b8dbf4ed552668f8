package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.parallel.Progress;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.Epoch;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.TaskHeading;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.Goodness;
import org.penguinfit.fits.result.TaskResult.MinimumFound;

/**
 * Tasks of type {@code evolution}: the same fit with what was known on each of several days. The days are fitted side by
 * side; what stands outside of the tables is the fit of the last day with data.
 */
final class EvolutionTask {
    private static final List<Column> SELECTION = List.of(
            new Column("date", "date"),
            new Column("new", "new"),
            new Column("gone", "gone"),
            new Column("inForce", "in force"));

    private static final List<Column> FITS = List.of(
            new Column("date", "date"),
            new Column("parameter", "parameter"),
            new Column("best", "best fit"),
            new Column("sigma", "σ"),
            new Column("chi2", "χ²"),
            new Column("ndof", "ndof"),
            new Column("pValue", "p-value"),
            new Column("chi2SM", "χ² of the SM"),
            new Column("pullSM", "pull of the SM"),
            new Column("status", "status"));

    private static final List<Column> INTERVALS = List.of(
            new Column("date", "date"),
            new Column("parameter", "parameter"),
            new Column("level", "level"),
            new Column("lower", "lower"),
            new Column("upper", "upper"));

    private static final List<Column> LIMITS = List.of(
            new Column("date", "date"),
            new Column("parameter", "parameter"),
            new Column("level", "level"),
            new Column("limit", "limit"));

    private final ResolvedTask task;
    private final TaskOptions.Evolution options;
    private final RunContext context;
    private final List<List<@Nullable Object>> selection = new ArrayList<>();
    private final List<List<@Nullable Object>> fits = new ArrayList<>();
    private final List<List<@Nullable Object>> intervals = new ArrayList<>();
    private final List<List<@Nullable Object>> limits = new ArrayList<>();

    private EvolutionTask(ResolvedTask task, TaskOptions.Evolution options, RunContext context) {
        this.task = task;
        this.options = options;
        this.context = context;
    }

    static TaskResult run(ResolvedTask task, TaskOptions.Evolution options, RunContext context) {
        return new EvolutionTask(task, options, context).run();
    }

    /**
     * The fits of one day.
     *
     * @param fits one per parameter alone, or one of all together; empty if nothing was in force
     * @param limits the same for one-sided limits
     */
    private record Day(Epoch epoch, List<TaskResult> fits, List<TaskResult> limits) {}

    private TaskResult run() {
        List<Day> days = days();
        Set<String> known = Set.of();
        TaskResult.@Nullable Status worst = null;
        @Nullable Day last = null;
        for (Day day : days) {
            known = addSelection(day.epoch(), known);
            addFits(day);
            addLimits(day);
            last = day.fits().isEmpty() ? last : day;
            for (TaskResult fit : day.fits()) {
                worst = fit.status() == TaskResult.Status.NOT_CONVERGED ? fit.status() : worst;
            }
        }
        List<ResultBlock> blocks = new ArrayList<>();
        blocks.add(new ResultBlock.Table("selection", "Measurements", SELECTION, selection, true));
        blocks.add(new ResultBlock.Table("evolution", "Fits", FITS, fits, true));
        blocks.add(new ResultBlock.Table("evolutionIntervals", "Intervals", INTERVALS, intervals, true));
        blocks.add(new ResultBlock.Table("evolutionLimits", "Limits", LIMITS, limits, true));
        TaskResult result = last == null ? TaskResults.withoutData(task) : latest(last);
        return (worst == null ? result : result.withStatus(worst)).withBlocks(blocks);
    }

    private List<Day> days() {
        List<Callable<Day>> work = new ArrayList<>();
        RunContext inner = new RunContext(context.seed(), context.work().inner());
        String name = context.workName(task, "days");
        try (Progress.Counter counter =
                context.work().progress().begin(name, task.epochs().size(), 0)) {
            for (Epoch epoch : task.epochs()) {
                work.add(() -> {
                    Day day = day(epoch, inner);
                    counter.step();
                    return day;
                });
            }
            return inParallel(work);
        }
    }

    private List<Day> inParallel(List<Callable<Day>> work) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(context.threads(), work.size())));
        try {
            List<Day> days = new ArrayList<>();
            for (Future<Day> done : pool.invokeAll(work)) {
                days.add(done.get());
            }
            return days;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the fit of a day failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Day day(Epoch epoch, RunContext inner) {
        List<TaskResult> found = new ArrayList<>();
        List<TaskResult> bounds = new ArrayList<>();
        if (epoch.measurements().isEmpty()) {
            return new Day(epoch, found, bounds);
        }
        ResolvedTask data = task.withMeasurements(epoch.measurements());
        TaskConfig.Type type = options.together() ? TaskConfig.Type.FIT : TaskConfig.Type.ONE_AT_A_TIME;
        TaskConfig config = task.config().as(type, new TaskOptions.None());
        TaskConfig limit = task.config()
                .as(TaskConfig.Type.LIMIT, new TaskOptions.Limit(options.upper(), List.of("profile")))
                .withLevels(options.limits());
        for (List<FreeParameter> interest : groups()) {
            found.add(Tasks.run(data.with(config).with(interest), inner));
            if (!options.limits().isEmpty()) {
                bounds.add(Tasks.run(data.with(limit).with(interest), inner));
            }
        }
        return new Day(epoch, found, bounds);
    }

    private List<List<FreeParameter>> groups() {
        if (options.together()) {
            return List.of(task.interest());
        }
        List<List<FreeParameter>> groups = new ArrayList<>();
        task.interest().forEach(parameter -> groups.add(List.of(parameter)));
        return groups;
    }

    private Set<String> addSelection(Epoch epoch, Set<String> known) {
        Set<String> now = new LinkedHashSet<>(epoch.names());
        Set<String> entered = new LinkedHashSet<>(now);
        entered.removeAll(known);
        Set<String> left = new LinkedHashSet<>(known);
        left.removeAll(now);
        List<@Nullable Object> row = row(epoch);
        row.add(String.join("; ", entered));
        row.add(String.join("; ", left));
        row.add((double) now.size());
        selection.add(row);
        return now;
    }

    private void addFits(Day day) {
        if (day.fits().isEmpty()) {
            List<@Nullable Object> row = row(day.epoch());
            while (row.size() < FITS.size() - 1) {
                row.add(null);
            }
            row.add(TaskResult.Status.NO_DATA.key());
            fits.add(row);
        }
        for (TaskResult fit : day.fits()) {
            for (FreeParameter parameter : task.interest()) {
                if (options.together() || fit.intervals().containsKey(parameter.name())) {
                    addFit(day.epoch(), parameter.name(), fit);
                }
            }
            fit.intervals()
                    .forEach((name, sets) -> sets.forEach((level, set) -> addSet(day.epoch(), name, level, set)));
        }
    }

    private void addFit(Epoch epoch, String name, TaskResult fit) {
        List<@Nullable Object> row = row(epoch);
        row.add(name);
        @Nullable
        MinimumFound best = fit.minima().isEmpty() ? null : fit.minima().get(0);
        row.add(best == null ? null : best.parameters().get(name));
        row.add(best == null ? null : best.uncertainties().get(name));
        Goodness goodness = fit.fit();
        row.add(goodness == null ? null : Double.valueOf(goodness.chi2()));
        row.add(goodness == null ? null : Double.valueOf(goodness.ndof()));
        row.add(goodness == null ? null : goodness.pValue());
        row.add(goodness == null ? null : Double.valueOf(goodness.chi2Sm()));
        row.add(goodness == null ? null : Double.valueOf(goodness.pullSm()));
        row.add(fit.status().key());
        fits.add(row);
    }

    private void addSet(Epoch epoch, String name, String level, IntervalSet set) {
        for (Interval segment : set.segments()) {
            List<@Nullable Object> row = row(epoch);
            row.add(name);
            row.add(level);
            row.add(segment.lower());
            row.add(segment.upper());
            intervals.add(row);
        }
    }

    private void addLimits(Day day) {
        for (TaskResult result : day.limits()) {
            for (ResultBlock block : result.blocks()) {
                if (block instanceof ResultBlock.Table table && table.key().equals("limits")) {
                    for (List<@Nullable Object> found : table.rows()) {
                        List<@Nullable Object> row = row(day.epoch());
                        row.add(found.get(0));
                        row.add(found.get(1));
                        row.add(found.get(3));
                        limits.add(row);
                    }
                }
            }
        }
    }

    private static List<@Nullable Object> row(Epoch epoch) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(epoch.date().toString());
        return row;
    }

    /** The fit of one day in the words of this task. */
    private TaskResult latest(Day day) {
        ResolvedTask data = task.withMeasurements(day.epoch().measurements());
        TaskConfig.Type type = options.together() ? TaskConfig.Type.FIT : TaskConfig.Type.ONE_AT_A_TIME;
        TaskResult fit = day.fits().size() == 1
                ? day.fits().get(0)
                : Tasks.run(data.with(task.config().as(type, new TaskOptions.None())), context);
        List<String> notes = new ArrayList<>(fit.notes());
        notes.add("the tables show every day; all else is the fit of "
                + day.epoch().date());
        return new TaskResult(
                TaskHeading.of(task.config()),
                fit.status(),
                fit.data(),
                fit.minima(),
                fit.fit(),
                fit.intervals(),
                fit.clipped(),
                fit.pulls(),
                fit.predictions(),
                fit.blocks(),
                notes);
    }
}
