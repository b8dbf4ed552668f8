package org.penguinfit.core.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Cholesky;
import org.penguinfit.core.objective.DifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;

/** What a thread needs to move a chain; everything that a segment of a chain depends on is passed in. */
final class ChainWorker {
    /** Stan's warm-up: a fast beginning, windows of doubling length that learn the metric, a fast end. */
    private static final double BEGINNING = 0.075;

    private static final double ENDING = 0.05;
    private static final int FIRST_WINDOW = 25;

    /** Numbers before the draws in the result of a segment: divergences, Σ acceptance, steps, jumps accepted. */
    static final int SEGMENT_HEADER = 4;

    private final LogCoordinates coordinates;
    private final DifferentiableObjective density;
    private final List<Bounds> ranges;
    private final List<Mode> modes;
    private final SamplingPlan plan;

    ChainWorker(Posterior<? extends DifferentiableObjective> posterior, List<Mode> modes, SamplingPlan plan) {
        this.coordinates = new LogCoordinates(posterior);
        this.density = coordinates.inward(Posterior.differentiable(posterior));
        this.ranges = coordinates.inward(posterior.ranges());
        this.modes = modes.stream().map(coordinates::inward).toList();
        this.plan = plan;
    }

    /** Tunes a chain from around its mode: [step size, position [n], metric [n × n]]. */
    double[] warmUp(int chain, UniformRandomProvider random) {
        int n = ranges.size();
        Mode mode = modes.get(chain % modes.size());
        ReflectedFlow flow = new ReflectedFlow(density, ranges);
        flow.useMetric(mode.covariance().cholesky());
        NoUTurnKernel kernel = new NoUTurnKernel(flow, plan.deepestTree(), random);
        kernel.moveTo(StartPlaces.around(mode, ranges, density, random));
        double settled = tune(flow, kernel);
        double[] state = new double[1 + n + n * n];
        state[0] = settled;
        coordinates.outward(kernel.position(), state, 1);
        System.arraycopy(flow.metric(), 0, state, 1 + n, n * n);
        return state;
    }

    private double tune(ReflectedFlow flow, NoUTurnKernel kernel) {
        StepSizeTuning tuning = new StepSizeTuning(plan.targetAcceptance());
        RunningCovariance seen = new RunningCovariance(ranges.size());
        int total = plan.warmup();
        int windowsEnd = total - (int) Math.ceil(ENDING * total);
        int begin = (int) Math.ceil(BEGINNING * total);
        int window = FIRST_WINDOW;
        int windowEnd = begin + window;
        kernel.findStepSize();
        tuning.restart(kernel.stepSize);
        for (int t = 0; t < total; t++) {
            kernel.transition();
            kernel.stepSize = tuning.next(kernel.acceptance);
            if (t >= begin && t < windowsEnd) {
                seen.add(kernel.position());
            }
            boolean last = windowEnd + 2 * window > windowsEnd;
            if (t + 1 == (last ? windowsEnd : windowEnd)) {
                Optional<Cholesky> metric = seen.shrunkFactor();
                metric.ifPresent(flow::useMetric);
                seen.clear();
                kernel.stepSize = tuning.settled();
                kernel.findStepSize();
                tuning.restart(kernel.stepSize);
                window *= 2;
                windowEnd = t + 1 + window;
            }
        }
        return tuning.settled();
    }

    /**
     * Goes on with a tuned chain: a header, then (θ, −2 ln posterior) of each draw.
     *
     * @param tuned what {@link #warmUp} gave
     * @param from where the chain is, at this place of {@code place} on
     */
    double[] draw(double[] tuned, double[] place, int from, int draws, UniformRandomProvider random) {
        int n = ranges.size();
        ReflectedFlow flow = new ReflectedFlow(density, ranges);
        flow.useMetric(Arrays.copyOfRange(tuned, 1 + n, tuned.length));
        NoUTurnKernel kernel = new NoUTurnKernel(flow, plan.deepestTree(), random);
        kernel.stepSize = tuned[0];
        kernel.moveTo(coordinates.inward(place, from));
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        @Nullable ModeJump jump = modes.size() > 1 ? new ModeJump(modes) : null;
        double[] result = new double[SEGMENT_HEADER + draws * (n + 1)];
        for (int t = 0; t < draws; t++) {
            kernel.transition();
            result[0] += kernel.diverged ? 1 : 0;
            result[1] += kernel.acceptance;
            result[2] += kernel.steps;
            double[] there =
                    jump == null ? null : jump.attempt(kernel.position(), kernel.value(), density, random, gaussian);
            if (there != null) {
                kernel.moveTo(there);
                result[3]++;
            }
            int row = SEGMENT_HEADER + t * (n + 1);
            coordinates.outward(kernel.position(), result, row);
            result[row + n] = kernel.value() + coordinates.jacobian(kernel.position());
        }
        return result;
    }
}
