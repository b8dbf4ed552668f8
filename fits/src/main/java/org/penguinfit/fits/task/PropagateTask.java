package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penguinfit.core.linalg.Finite;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.propagation.GaussianDraws;
import org.penguinfit.core.propagation.LinearPropagation;
import org.penguinfit.core.propagation.MonteCarloPredictions;
import org.penguinfit.core.propagation.MonteCarloPropagation;
import org.penguinfit.core.propagation.ParameterUncertainty;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;

/**
 * Tasks of type {@code propagate}: uncertainties of predictions at the best fit, linear and by Monte Carlo from the Gaussian of
 * its covariance cut off at the bounds, with a budget by parameter and the covariance between the predictions.
 */
final class PropagateTask {
    private final JointSearch joint;
    private final Minimum best;
    private final int draws;
    private final RunContext context;
    private final ObservablePredictions predictions;

    private PropagateTask(JointSearch joint, Minimum best, int draws, RunContext context) {
        this.joint = joint;
        this.best = best;
        this.draws = draws;
        this.context = context;
        this.predictions = ObservablePredictions.of(joint.task(), joint.free());
    }

    static TaskResult run(ResolvedTask task, TaskOptions.Propagate options, RunContext context) {
        JointSearch joint = JointSearch.of(task, context.threads());
        return joint.best().isEmpty()
                ? joint.notConverged()
                : new PropagateTask(joint, joint.best().get(), options.draws(), context).run();
    }

    private TaskResult run() {
        List<String> notes = new ArrayList<>(List.of(joint.note()));
        List<ResultBlock> blocks = new ArrayList<>();
        Optional<ParameterUncertainty> uncertainty = ParameterUncertainty.of(best);
        if (uncertainty.isEmpty()) {
            notes.add("the best fit has no covariance, so predictions have no uncertainty; a posterior may have one");
        } else {
            addBlocks(uncertainty.get(), blocks, notes);
        }
        if (joint.minima().size() > 1) {
            notes.add("uncertainties are those around the best minimum; other minima do not enter");
        }
        TaskResult.Status status = uncertainty.isEmpty() ? TaskResult.Status.NOT_CONVERGED : JointFit.status(best);
        return joint.result(status, notes).withBlocks(blocks);
    }

    private void addBlocks(ParameterUncertainty uncertainty, List<ResultBlock> blocks, List<String> notes) {
        for (int i = 0; i < joint.free().size(); i++) {
            if (!uncertainty.uncertain().contains(i)) {
                notes.add(joint.free().get(i).name() + " has no uncertainty at its limit and stays there");
            }
        }
        MonteCarloPredictions drawn = MonteCarloPropagation.standard()
                .withDraws(draws)
                .predictions(
                        new GaussianDraws(
                                uncertainty, joint.likelihood().parameters().bounds()),
                        predictions::function,
                        context.streams(joint.task(), "propagation"),
                        context.work(),
                        context.workName(joint.task(), "propagation"));
        if (drawn.distributions().isEmpty()) {
            notes.add("Monte Carlo: only " + drawn.used() + " draws counted, too few for a distribution");
        }
        int n = uncertainty.size();
        double[] values = new double[predictions.names().size()];
        double[] jacobian = new double[values.length * n];
        predictions.evaluate(best.point().toArray(), values, jacobian);
        PredictionBlocks tables = new PredictionBlocks(predictions.names(), drawn);
        blocks.add(tables.draws());
        blocks.add(tables.moments());
        blocks.add(tables.quantiles());
        if (Finite.all(values) && Finite.all(jacobian)) {
            LinearPropagation linear = LinearPropagation.of(values, jacobian, uncertainty);
            VarianceBlocks variances = new VarianceBlocks(predictions.names());
            blocks.add(variances.budget(linear.predictions(ErrorPropagation.sources(uncertainty, joint.free())), true));
            blocks.add(variances.covariance(linear, Optional.of(drawn), values.length > 1));
        } else {
            notes.add("a prediction or its derivative is not finite at the best fit: no linear budget");
        }
    }
}
