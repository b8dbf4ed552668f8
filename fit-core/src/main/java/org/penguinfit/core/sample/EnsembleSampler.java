package org.penguinfit.core.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.random.RandomStreams;

/**
 * Samples posteriors with ensembles of walkers, affine-invariant and without gradients: the choice where there are none, for
 * up to some ten parameters. Each walker counts as a chain in the result; several ensembles show whether they agree.
 *
 * <p>Ensembles run in parallel, in segments that a checkpoint can keep; segment s of ensemble e has random stream
 * s · ensembles + e.
 *
 * @param plan how much to sample
 */
public record EnsembleSampler(EnsemblePlan plan) {
    /** Draws of a walker between two checkpoints. */
    static final int SEGMENT = 250;

    /**
     * Samples a posterior.
     *
     * @param modes all known modes, at least one: walkers start around them in turn
     * @param streams random numbers of this sample alone
     * @param name unique name of this work within the run
     * @throws IllegalArgumentException when there are not more than twice as many walkers as parameters
     */
    public PosteriorSample sample(
            Posterior<?> posterior, List<Mode> modes, RandomStreams streams, ParallelWork work, String name) {
        if (plan.walkers() <= 2 * posterior.size()) {
            throw new IllegalArgumentException(
                    plan.walkers() + " walkers are not more than twice " + posterior.size() + " parameters");
        }
        Propriety propriety = Modes.requireFor(posterior, modes);
        List<Bounds> ranges = posterior.ranges();
        int ensembles = plan.ensembles();
        List<WorkResults> segments = new ArrayList<>();
        segments.add(work.run(name + ", warm-up", ensembles, posterior::density, (density, e) -> {
            Ensemble start = Ensemble.around(modes, plan.walkers(), ranges, density, streams.stream(e));
            return moved(start, plan.warmup(), Math.max(1, plan.warmup()));
        }));
        for (int done = 0; done < plan.draws(); done += SEGMENT) {
            int draws = Math.min(SEGMENT, plan.draws() - done);
            long stage = segments.size();
            List<Optional<Vector>> before = segments.get(segments.size() - 1).results();
            segments.add(work.run(name + ", draws from " + done, ensembles, posterior::density, (density, e) -> {
                double[] rows = before.get(e)
                        .orElseThrow(() -> new IllegalStateException("ensemble " + e + " failed earlier"))
                        .toArray();
                Ensemble walkers = Ensemble.from(
                        rows, plan.walkers(), ranges.size(), density, streams.stream(stage * ensembles + e));
                return moved(walkers, draws * plan.thin(), plan.thin());
            }));
        }
        return collect(posterior, propriety, segments);
    }

    /** [accepted moves, then the rows of all walkers after every {@code thin} steps; without steps the rows as they are]. */
    private static double[] moved(Ensemble ensemble, int steps, int thin) {
        int width = ensemble.walkers[0].length;
        int kept = Math.max(1, steps / thin);
        double[] result = new double[1 + kept * ensemble.walkers.length * width];
        int at = 1;
        for (int k = 0; k < kept; k++) {
            for (int s = 0; s < thin && steps > 0; s++) {
                ensemble.step();
            }
            for (double[] walker : ensemble.walkers) {
                System.arraycopy(walker, 0, result, at, width);
                at += width;
            }
        }
        result[0] = ensemble.accepted;
        return result;
    }

    private PosteriorSample collect(Posterior<?> posterior, Propriety propriety, List<WorkResults> segments) {
        WorkResults last = segments.get(segments.size() - 1);
        List<WorkResults> kept = segments.subList(1, segments.size());
        List<WorkResults.Failure> failures = new ArrayList<>();
        List<Chain> chains = new ArrayList<>();
        double accepted = 0.0;
        for (int e = 0; e < plan.ensembles(); e++) {
            int ensemble = e;
            if (last.results().get(e).isEmpty()) {
                segments.stream()
                        .flatMap(s -> s.failures().stream())
                        .filter(f -> f.index() == ensemble)
                        .findFirst()
                        .ifPresent(failures::add);
                continue;
            }
            List<Vector> parts = kept.stream()
                    .map(s -> s.results().get(ensemble).orElseThrow())
                    .toList();
            for (Vector part : parts) {
                accepted += part.get(0);
            }
            for (int w = 0; w < plan.walkers(); w++) {
                chains.add(walker(parts, w, posterior.size()));
            }
        }
        long moves = (long) chains.size() * plan.draws() * plan.thin();
        SamplingCost cost = new SamplingCost(accepted / Math.max(1, moves), 0, moves, 0);
        return PosteriorSample.of(posterior, propriety, chains, cost, failures);
    }

    private Chain walker(List<Vector> parts, int w, int n) {
        double[] rows = new double[plan.draws() * (n + 1)];
        int at = 0;
        for (Vector part : parts) {
            int stride = plan.walkers() * (n + 1);
            for (int row = 1 + w * (n + 1); row < part.size(); row += stride) {
                for (int i = 0; i <= n; i++) {
                    rows[at++] = part.get(row + i);
                }
            }
        }
        return new Chain(n, Vector.of(rows));
    }
}
