package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.propagation.MonteCarloPredictions;
import org.penguinfit.core.propagation.MonteCarloPropagation;
import org.penguinfit.core.random.RandomStreams;
import org.penguinfit.core.sample.EnsemblePlan;
import org.penguinfit.core.sample.EnsembleSampler;
import org.penguinfit.core.sample.HamiltonianSampler;
import org.penguinfit.core.sample.Mode;
import org.penguinfit.core.sample.Posterior;
import org.penguinfit.core.sample.PosteriorSample;
import org.penguinfit.core.sample.SamplingPlan;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.likelihoods.LikelihoodObjective;

/**
 * Tasks of type {@code posterior}: a sample of likelihood times priors, its highest-density sets, and whether to trust it. A
 * prior of the config replaces the constraint of its parameter; other constraints stay in the likelihood.
 */
final class PosteriorTask {
    private final JointSearch joint;
    private final TaskOptions.Posterior options;
    private final RunContext context;
    private final PriorChoice choice;

    private PosteriorTask(JointSearch joint, TaskOptions.Posterior options, RunContext context) {
        this.joint = joint;
        this.options = options;
        this.context = context;
        this.choice = PriorChoice.of(joint.task(), options.priors());
    }

    static TaskResult run(ResolvedTask task, TaskOptions.Posterior options, RunContext context) {
        JointSearch joint = JointSearch.of(task, context.threads());
        return joint.best().isEmpty() ? joint.notConverged() : new PosteriorTask(joint, options, context).run();
    }

    private TaskResult run() {
        PosteriorModes places = new PosteriorModes(choice, joint, context.threads());
        Posterior<LikelihoodObjective> posterior = places.posterior();
        List<Mode> modes = places.of(posterior);
        if (modes.isEmpty()) {
            return joint.notConverged();
        }
        PosteriorSample sample = sample(posterior, modes);
        PosteriorBlocks blocks = new PosteriorBlocks(joint.free(), sample);
        List<String> notes = new ArrayList<>(List.of(
                joint.note(),
                modes.size() + (modes.size() == 1 ? " mode" : " modes") + " of the posterior to start chains from",
                "minima, χ² and pulls are those of the likelihood with all constraints; intervals are"
                        + " highest-density sets"));
        if (!sample.isConverged()) {
            notes.add("do not trust this sample: see its status and diagnostics");
        }
        List<ResultBlock> found = new ArrayList<>(List.of(
                blocks.priors(choice.priors()),
                blocks.sampling(options.sampler()),
                blocks.moments(),
                blocks.diagnostics(),
                blocks.equalTailed(joint.task().config().levels()),
                blocks.correlations(),
                blocks.thinned()));
        addPredictions(sample, found);
        Map<String, Map<String, IntervalSet>> sets =
                blocks.highestDensity(joint.task().config().levels());
        TaskResult.Status status = sample.isConverged() ? TaskResult.Status.OK : TaskResult.Status.NOT_CONVERGED;
        return joint.result(status, notes)
                .withPredictions(Map.of())
                .withBlocks(found)
                .withIntervals(sets, clipped(sets));
    }

    /**
     * Above Stan's 0.8: coefficients that enter squared make walls as steep as a fourth power, where long steps diverge.
     */
    private static final double TARGET_ACCEPTANCE = 0.95;

    private PosteriorSample sample(Posterior<LikelihoodObjective> posterior, List<Mode> modes) {
        RandomStreams streams = context.streams(joint.task(), "posterior");
        String name = context.workName(joint.task(), "posterior");
        if (options.sampler().equals("nuts")) {
            SamplingPlan standard = SamplingPlan.standard();
            SamplingPlan plan = new SamplingPlan(
                    options.chains(), options.warmup(), options.draws(), TARGET_ACCEPTANCE, standard.deepestTree());
            return new HamiltonianSampler(plan).sample(posterior, modes, streams, context.work(), name);
        }
        EnsemblePlan standard = EnsemblePlan.standard(posterior.size());
        EnsemblePlan plan = new EnsemblePlan(
                options.chains(), standard.walkers(), options.warmup(), options.draws(), standard.thin());
        return new EnsembleSampler(plan).sample(posterior, modes, streams, context.work(), name);
    }

    /** Sets that end where the range does. */
    private List<String> clipped(Map<String, Map<String, IntervalSet>> sets) {
        List<String> clipped = new ArrayList<>();
        for (int i = 0; i < joint.free().size(); i++) {
            String name = joint.free().get(i).name();
            for (IntervalSet set : sets.getOrDefault(name, Map.of()).values()) {
                if (OneAtATime.touches(set, joint.free().get(i).bounds()) && !clipped.contains(name)) {
                    clipped.add(name);
                }
            }
        }
        return clipped;
    }

    private void addPredictions(PosteriorSample sample, List<ResultBlock> found) {
        if (joint.task().config().observables().isEmpty() || sample.chains().isEmpty()) {
            return;
        }
        ObservablePredictions predictions = ObservablePredictions.of(joint.task(), joint.free());
        MonteCarloPredictions drawn = MonteCarloPropagation.standard()
                .withDraws(sample.count())
                .predictions(
                        sample.draws(),
                        predictions::function,
                        context.streams(joint.task(), "predictions"),
                        context.work(),
                        context.workName(joint.task(), "predictions"));
        PredictionBlocks tables = new PredictionBlocks(predictions.names(), drawn);
        found.addAll(List.of(tables.draws(), tables.moments(), tables.quantiles()));
    }
}
