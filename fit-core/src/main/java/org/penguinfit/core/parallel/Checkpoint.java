package org.penguinfit.core.parallel;

import java.util.Map;

/**
 * Keeps the results of finished pieces of work, so that an interrupted run goes on where it ended. Pieces are deterministic,
 * so a run that goes on ends with the same numbers as one that was never interrupted.
 */
public interface Checkpoint {
    /**
     * The finished pieces of a work.
     *
     * @param work unique name of the work within the run
     * @param count number of its pieces
     * @return index → result as it was saved
     */
    Map<Integer, double[]> finished(String work, int count);

    /** Keeps the result of one piece; called from many threads. */
    void save(String work, int index, double[] result);

    /** Keeps nothing. */
    static Checkpoint none() {
        return new Checkpoint() {
            @Override
            public Map<Integer, double[]> finished(String work, int count) {
                return Map.of();
            }

            @Override
            public void save(String work, int index, double[] result) {}
        };
    }
}
