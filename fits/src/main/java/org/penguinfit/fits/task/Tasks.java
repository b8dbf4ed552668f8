package org.penguinfit.fits.task;

import org.penguinfit.fits.config.TaskConfig.Needs;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.TaskResult;

/** The list of the kinds of task. */
public final class Tasks {
    private Tasks() {}

    /** Runs a task; trouble in numerics is a status in the result. */
    public static TaskResult run(ResolvedTask task, RunContext context) {
        if (!task.config().type().needs(Needs.NO_DATA) && task.measurements().isEmpty()) {
            return TaskResults.withoutData(task);
        }
        TaskOptions options = task.config().options();
        return switch (task.config().type()) {
            case ALLOWED -> AllowedSets.run(task, context);
            case ONE_AT_A_TIME -> new OneAtATime(task, context).run();
            case FIT -> JointFit.run(task, context);
            case PREDICT -> PredictTask.run(task, (TaskOptions.Predict) options, context);
            case CURVE -> CurveTask.run(task, (TaskOptions.Curve) options, context);
            case SCAN -> ScanTask.run(task, (TaskOptions.Scan) options, context);
            case REGION -> RegionTask.run(task, (TaskOptions.Region) options, context);
            case PROFILE -> ProfileTask.run(task, (TaskOptions.Profile) options, context);
            case CONTOUR -> ContourTask.run(task, (TaskOptions.Contour) options, context);
            case LIMIT -> LimitTask.run(task, (TaskOptions.Limit) options, context);
            case SIGNIFICANCE -> SignificanceTask.run(task, (TaskOptions.Significance) options, context);
            case GOODNESS -> GoodnessTask.run(task, (TaskOptions.Goodness) options, context);
            case FELDMAN_COUSINS -> FeldmanCousinsTask.run(task, (TaskOptions.FeldmanCousins) options, context);
            case COVERAGE -> CoverageTask.run(task, (TaskOptions.Coverage) options, context);
            case IMPACTS -> ImpactsTask.run(task, context);
            case POSTERIOR -> PosteriorTask.run(task, (TaskOptions.Posterior) options, context);
            case PROPAGATE -> PropagateTask.run(task, (TaskOptions.Propagate) options, context);
            case EVOLUTION -> EvolutionTask.run(task, (TaskOptions.Evolution) options, context);
            case AVERAGE -> AverageTask.run(task, (TaskOptions.Average) options);
        };
    }
}
