package org.penguinfit.core.toy;

import java.util.List;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.random.RandomStreams;

/**
 * How toys are made: the same settings give the same numbers on any number of threads.
 *
 * @param toys number of toys, at least 1
 * @param seed seed of the run; each named study has streams of its own, one per toy
 * @param work where they run
 * @param starts points to minimise from besides the start values: the known minima of a problem with several
 */
public record ToySettings(int toys, long seed, ParallelWork work, List<Vector> starts) {
    /** Requires a toy. */
    public ToySettings {
        if (toys < 1) {
            throw new IllegalArgumentException("toys must be >= 1, found " + toys);
        }
        starts = List.copyOf(starts);
    }

    /** Toys on one thread, minimised from the start values. */
    public static ToySettings of(int toys, long seed) {
        return new ToySettings(toys, seed, ParallelWork.on(1), List.of());
    }

    /** The same toys run elsewhere. */
    public ToySettings withWork(ParallelWork other) {
        return new ToySettings(toys, seed, other, starts);
    }

    /** The same toys minimised from these points too. */
    public ToySettings withStarts(List<Vector> points) {
        return new ToySettings(toys, seed, work, points);
    }

    /** The streams of a named study. */
    RandomStreams streams(String study) {
        return RandomStreams.of(seed, study);
    }
}
