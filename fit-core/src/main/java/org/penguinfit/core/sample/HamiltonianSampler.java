package org.penguinfit.core.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.DifferentiableObjective;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.random.RandomStreams;

/**
 * Samples posteriors by Hamiltonian Monte Carlo without U-turns, with reflection at bounds, step size and dense mass matrix
 * tuned in the warm-up; with several modes also by jumps between them. The choice where gradients are known.
 *
 * <p>A point where the likelihood is not finite ends a trajectory and counts as a divergence, so a wall inside the likelihood
 * gives a sample whose status says no: state it as a bound, where chains reflect, or take {@link EnsembleSampler}. Divergences
 * at sharply curved places vanish with a higher target acceptance.
 *
 * <p>Chains run in parallel, in segments that a checkpoint can keep; segment s of chain c has random stream s · chains + c.
 *
 * @param plan how much to sample
 */
public record HamiltonianSampler(SamplingPlan plan) {
    /** Draws of a chain between two checkpoints. */
    static final int SEGMENT = 500;

    /**
     * Samples a posterior.
     *
     * @param modes all known modes, at least one: chain c starts around mode c mod their number
     * @param streams random numbers of this sample alone
     * @param name unique name of this work within the run
     */
    public PosteriorSample sample(
            Posterior<? extends DifferentiableObjective> posterior,
            List<Mode> modes,
            RandomStreams streams,
            ParallelWork work,
            String name) {
        Propriety propriety = Modes.requireFor(posterior, modes);
        int chains = plan.chains();
        WorkResults tuned = work.run(
                name + ", warm-up",
                chains,
                () -> new ChainWorker(posterior, modes, plan),
                (worker, chain) -> worker.warmUp(chain, streams.stream(chain)));
        List<WorkResults> segments = new ArrayList<>();
        for (int done = 0; done < plan.draws(); done += SEGMENT) {
            int draws = Math.min(SEGMENT, plan.draws() - done);
            int stage = 1 + done / SEGMENT;
            List<Optional<Vector>> before = segments.isEmpty()
                    ? tuned.results()
                    : segments.get(segments.size() - 1).results();
            WorkResults segment = work.run(
                    name + ", draws from " + done,
                    chains,
                    () -> new ChainWorker(posterior, modes, plan),
                    (worker, chain) -> worker.draw(
                            state(tuned.results(), chain),
                            state(before, chain),
                            stage == 1 ? 1 : state(before, chain).length - posterior.size() - 1,
                            draws,
                            streams.stream((long) stage * chains + chain)));
            segments.add(segment);
        }
        return collect(posterior, propriety, segments, failures(tuned, segments));
    }

    /** The first failure of each chain: later ones only follow from it. */
    private static List<WorkResults.Failure> failures(WorkResults tuned, List<WorkResults> segments) {
        List<WorkResults.Failure> failures = new ArrayList<>(tuned.failures());
        for (WorkResults segment : segments) {
            segment.failures().stream()
                    .filter(f -> failures.stream().noneMatch(known -> known.index() == f.index()))
                    .forEach(failures::add);
        }
        return failures;
    }

    private static double[] state(List<Optional<Vector>> results, int chain) {
        return results.get(chain)
                .orElseThrow(() -> new IllegalStateException("chain " + chain + " failed earlier"))
                .toArray();
    }

    private PosteriorSample collect(
            Posterior<?> posterior,
            Propriety propriety,
            List<WorkResults> segments,
            List<WorkResults.Failure> failures) {
        List<Chain> chains = new ArrayList<>();
        double[] header = new double[ChainWorker.SEGMENT_HEADER];
        for (int c = 0; c < plan.chains(); c++) {
            if (segments.get(segments.size() - 1).results().get(c).isEmpty()) {
                continue;
            }
            double[] rows = new double[plan.draws() * (posterior.size() + 1)];
            int at = 0;
            for (WorkResults segment : segments) {
                double[] part = state(segment.results(), c);
                for (int i = 0; i < header.length; i++) {
                    header[i] += part[i];
                }
                int length = part.length - header.length;
                System.arraycopy(part, header.length, rows, at, length);
                at += length;
            }
            chains.add(new Chain(posterior.size(), Vector.of(Arrays.copyOf(rows, at))));
        }
        double acceptance = header[1] / Math.max(1, (long) chains.size() * plan.draws());
        SamplingCost cost = new SamplingCost(acceptance, (long) header[0], (long) header[2], (long) header[3]);
        return PosteriorSample.of(posterior, propriety, chains, cost, failures);
    }
}
