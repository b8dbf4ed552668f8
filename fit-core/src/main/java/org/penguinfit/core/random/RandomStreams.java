package org.penguinfit.core.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The random numbers of a study: stream i belongs to toy (or chain, or start) i whatever thread computes it, so results do
 * not depend on the number of threads, on the order of the work or on an interruption.
 *
 * <p>Each stream is the counter-based generator Philox4x64-10 (Salmon et al., SC11, doi:10.1145/2063384.2063405) with key
 * (seed, study) and counter (0, 0, index, 0): streams of different index, study or seed never overlap.
 *
 * @param seed seed of the run
 * @param study number of the study within the run, so that two studies of one seed are independent
 */
public record RandomStreams(long seed, long study) {
    /** The streams of study 0. */
    public static RandomStreams of(long seed) {
        return new RandomStreams(seed, 0);
    }

    /** The streams of a study that is known by its name, such as a task id. */
    public static RandomStreams of(long seed, String study) {
        long hash = 0xcbf29ce484222325L; // FNV-1a, 64 bit
        for (int i = 0; i < study.length(); i++) {
            hash = (hash ^ study.charAt(i)) * 0x100000001b3L;
        }
        return new RandomStreams(seed, hash);
    }

    /**
     * A generator at the start of a stream, for one thread.
     *
     * @param index number of the stream
     */
    public UniformRandomProvider stream(long index) {
        return RandomSource.PHILOX_4X64.create(new long[] {seed, study, 0, 0, index, 0});
    }
}
