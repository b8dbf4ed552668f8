package org.penguinfit.fits.bench;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * Times pieces of work on the present thread: calls are gathered into batches that a clock can resolve, batches are repeated
 * until their median rests (the compiler has done its work), and then measured.
 *
 * @param warmUp longest time for warming up, in nanoseconds
 * @param measuring time for measuring, in nanoseconds; at least {@value #FEWEST} repetitions are made
 */
public record Stopwatch(long warmUp, long measuring) {
    private static final int FEWEST = 5;
    private static final int MOST = 201;
    private static final int WINDOW = 5;

    /** Medians of this many windows must agree. */
    private static final int RESTING = 3;

    /** Relative difference within which they agree. */
    private static final double RESTS_WITHIN = 0.03;

    /** Length of a batch in nanoseconds: a thousand times the resolution of the clock. */
    private static final double BATCH = 200_000;

    private static final long SECOND = 1_000_000_000L;

    /** Three seconds of warm-up at most, one of measuring, for each piece of work. */
    public static Stopwatch standard() {
        return new Stopwatch(3 * SECOND, SECOND);
    }

    /** A tenth of that: for a first look, and for tests. */
    public static Stopwatch quick() {
        return new Stopwatch(3 * SECOND / 10, SECOND / 10);
    }

    /**
     * Times a piece of work.
     *
     * @param name what it is
     * @param work returns any number that depends on all it computes, so that nothing of it can be left out
     */
    public Timing time(String name, DoubleSupplier work) {
        Batches batches = new Batches(work);
        long calls = warm(batches);
        double[] times = new double[MOST];
        int repetitions = 0;
        long end = System.nanoTime() + measuring;
        while (repetitions < FEWEST || (repetitions < MOST && System.nanoTime() < end)) {
            times[repetitions++] = batches.run(calls) / calls;
        }
        double[] measured = Arrays.copyOf(times, repetitions);
        double median = median(measured);
        double[] deviations = new double[repetitions];
        for (int i = 0; i < repetitions; i++) {
            deviations[i] = Math.abs(measured[i] - median);
        }
        batches.use();
        return new Timing(name, median, median(deviations), repetitions, calls);
    }

    /** Runs until the time rests; the number of calls in a batch. */
    private long warm(Batches batches) {
        long end = System.nanoTime() + warmUp;
        long calls = 1;
        double[] medians = new double[RESTING];
        for (int window = 0; System.nanoTime() < end; window++) {
            double[] times = new double[WINDOW];
            int runs = 0;
            while (runs < WINDOW && (runs == 0 || System.nanoTime() < end)) {
                times[runs++] = batches.run(calls) / calls;
            }
            double median = median(Arrays.copyOf(times, runs));
            calls = Math.max(1, (long) Math.ceil(BATCH / Math.max(1, median)));
            medians[window % RESTING] = median;
            // the compiler takes part only after some thousand calls
            if (window > 2 * RESTING && rests(medians) && System.nanoTime() > end - warmUp / 2) {
                break;
            }
        }
        return calls;
    }

    private static boolean rests(double[] medians) {
        double smallest = Arrays.stream(medians).min().orElse(0);
        double largest = Arrays.stream(medians).max().orElse(0);
        return largest - smallest <= RESTS_WITHIN * largest;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : 0.5 * (sorted[n / 2 - 1] + sorted[n / 2]);
    }

    /** Runs calls and keeps what they return, so that the compiler cannot leave them out. */
    private static final class Batches {
        private final DoubleSupplier work;
        private double sum;

        Batches(DoubleSupplier work) {
            this.work = work;
        }

        /** Nanoseconds of a batch. */
        double run(long calls) {
            long start = System.nanoTime();
            double total = 0;
            for (long i = 0; i < calls; i++) {
                total += work.getAsDouble();
            }
            long end = System.nanoTime();
            sum += total;
            return end - start;
        }

        void use() {
            if (Double.doubleToRawLongBits(sum) == 0x5ca1ab1e) {
                throw new IllegalStateException("a sum that never occurs");
            }
        }
    }
}
