package org.penguinfit.fits.task;

import java.util.List;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.random.RandomStreams;
import org.penguinfit.core.toy.ToySettings;
import org.penguinfit.fits.plan.ResolvedTask;

/**
 * What a task may use besides its own input.
 *
 * @param seed seed of the run
 * @param work threads, progress and checkpoint for long work
 */
public record RunContext(long seed, ParallelWork work) {
    /** The random numbers of a task: of a seed and its id, so that tasks may be added without changing others. */
    public RandomStreams streams(ResolvedTask task, String purpose) {
        return RandomStreams.of(seed, workName(task, purpose));
    }

    /** A name of a piece of work that is unique within the run. */
    public String workName(ResolvedTask task, String purpose) {
        return task.config().id() + ": " + purpose;
    }

    /** The number of threads. */
    public int threads() {
        return work.threads();
    }

    /**
     * How the toys of this run are made.
     *
     * @param number how many
     * @param starts points to minimise from besides the start values
     */
    ToySettings toys(int number, List<Vector> starts) {
        return ToySettings.of(number, seed).withWork(work).withStarts(starts);
    }
}
