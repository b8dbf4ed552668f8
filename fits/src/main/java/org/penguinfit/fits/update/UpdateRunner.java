package org.penguinfit.fits.update;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.task.RunContext;

/** Compares two finished runs of the same fit. */
public final class UpdateRunner {
    private final ParallelWork work;

    /**
     * A runner.
     *
     * @param work threads and progress for the curves; results do not depend on them
     */
    public UpdateRunner(ParallelWork work) {
        this.work = work;
    }

    /**
     * Compares.
     *
     * @param with the new files
     * @param old the plan without them, and what its run found
     * @param updated the plan with them
     */
    public UpdateResult compare(List<Path> with, FitPlan old, FitResult before, FitPlan updated, FitResult after) {
        RunContext context = new RunContext(updated.seed(), work);
        List<TaskChange> tasks = new ArrayList<>();
        for (int i = 0; i < updated.tasks().size(); i++) {
            ResolvedTask task = updated.tasks().get(i);
            List<CurvePair> curves = UpdateCurves.of(old.tasks().get(i), task, context);
            tasks.add(new TaskComparison(
                            task, before.tasks().get(i), after.tasks().get(i))
                    .with(curves));
        }
        MeasurementChanges changes = new MeasurementChanges(old, updated);
        List<String> notes = new ArrayList<>(after.notes());
        notes.removeAll(before.notes());
        List<String> files = new ArrayList<>();
        for (Path file : with) {
            files.add(file.toString().replace('\\', '/'));
        }
        return new UpdateResult(files, before, after, changes.changes(), changes.unchanged(), notes, tasks);
    }
}
