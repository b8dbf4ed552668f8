package org.penguinfit.core.propagation;

import java.util.Arrays;
import java.util.function.Supplier;
import org.penguinfit.core.linalg.Finite;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.random.RandomStreams;

/**
 * Error propagation by Monte Carlo: parameters are drawn, predictions computed, their distribution described. Nothing is
 * assumed of the predictions.
 *
 * <p>The draws come in independent batches, each with a random stream of its own (or, quasi-random, each a Sobol sequence
 * with a random shift of its own); the spread of the batches tells the Monte-Carlo errors. Batches run in parallel, and the
 * result does not depend on the threads.
 *
 * @param draws number of draws in all batches, at least {@link #FEWEST_DRAWS}; rounded up to whole batches
 * @param batches number of batches, at least {@link #FEWEST_BATCHES}
 * @param quasiRandom Sobol points instead of random ones: smaller errors for smooth predictions of few parameters, best with
 *     a power of two draws per batch
 */
public record MonteCarloPropagation(int draws, int batches, boolean quasiRandom) {
    /** Fewer draws give no distribution. */
    public static final int FEWEST_DRAWS = 100;

    /** Fewer batches give no error. */
    public static final int FEWEST_BATCHES = 4;

    private static final int STANDARD_DRAWS = 32_768;
    private static final int STANDARD_BATCHES = 32;

    /** Requires enough draws and batches. */
    public MonteCarloPropagation {
        if (draws < FEWEST_DRAWS || batches < FEWEST_BATCHES || batches > draws) {
            throw new IllegalArgumentException("Monte-Carlo propagation needs >= " + FEWEST_DRAWS + " draws in "
                    + FEWEST_BATCHES + " to that many batches, found " + draws + " in " + batches);
        }
    }

    /** 32,768 random draws in 32 batches: σ to about 0.4 % for a Gaussian prediction. */
    public static MonteCarloPropagation standard() {
        return new MonteCarloPropagation(STANDARD_DRAWS, STANDARD_BATCHES, false);
    }

    /** The same with another number of draws. */
    public MonteCarloPropagation withDraws(int number) {
        return new MonteCarloPropagation(number, batches, quasiRandom);
    }

    /** The same with Sobol points. */
    public MonteCarloPropagation withQuasiRandomPoints() {
        return new MonteCarloPropagation(draws, batches, true);
    }

    /** Draws per batch; given samples are thinned evenly to the number of draws, and never used twice. */
    int perBatch(ParameterDraws from) {
        int whole = (int) (((long) draws + batches - 1) / batches);
        return from instanceof SampledDraws sampled ? Math.min(whole, sampled.count() / batches) : whole;
    }

    /**
     * The distribution of the predictions.
     *
     * @param from where the parameters come from
     * @param predictions called once per thread
     * @param streams random numbers; batch b has stream b
     * @param name unique name of this work within the run
     */
    public MonteCarloPredictions predictions(
            ParameterDraws from,
            Supplier<? extends PredictionFunction> predictions,
            RandomStreams streams,
            ParallelWork work,
            String name) {
        int count = perBatch(from);
        PredictionFunction shape = predictions.get();
        WorkResults results =
                work.run(name, batches, predictions, (function, batch) -> batch(function, from, batch, count, streams));
        return PredictionSummary.of(shape.size(), batches, results);
    }

    /** One batch as [failed, outside, y of the draws that counted …]. */
    private double[] batch(
            PredictionFunction function, ParameterDraws from, int batch, int count, RandomStreams streams) {
        DrawSequence sequence = DrawSequence.of(from, this, batch, 1, streams);
        double[] theta = new double[from.size()];
        double[] y = new double[function.size()];
        double[] found = new double[2 + count * y.length];
        int end = 2;
        for (int k = 0; k < count; k++) {
            sequence.next(theta);
            function.evaluate(theta, y);
            if (Finite.all(y)) {
                System.arraycopy(y, 0, found, end, y.length);
                end += y.length;
            } else {
                found[0]++;
            }
        }
        found[1] = sequence.outside;
        return Arrays.copyOf(found, end);
    }

    /**
     * The budget by source: each source alone, all but it, and Sobol indices where sources are independent. It takes
     * 2 + 3 G evaluations per draw for G sources.
     *
     * @param sources the sources; parameters of none of them are counted under {@link SourceGroups#REST}
     */
    public MonteCarloBudget budget(
            ParameterDraws from,
            SourceGroups sources,
            Supplier<? extends PredictionFunction> predictions,
            RandomStreams streams,
            ParallelWork work,
            String name) {
        BudgetBatch batch = new BudgetBatch(this, from, sources);
        PredictionFunction shape = predictions.get();
        WorkResults results =
                work.run(name, batches, predictions, (function, index) -> batch.compute(function, index, streams));
        return batch.collect(shape.size(), results);
    }
}
