package org.penguinfit.core.sample;

/**
 * How much an {@link EnsembleSampler} samples.
 *
 * @param ensembles number of independent ensembles, at least 2
 * @param walkers number of walkers of each, even; more than twice the number of parameters
 * @param warmup steps of each walker that are thrown away
 * @param draws steps of each walker that are kept, at least 16
 * @param thin steps of which one is kept, at least 1: {@code draws · thin} steps are made
 */
public record EnsemblePlan(int ensembles, int walkers, int warmup, int draws, int thin) {
    private static final int FEWEST_DRAWS = 16;

    /** Requires the stated ranges. */
    public EnsemblePlan {
        if (ensembles < 2 || walkers < 4 || walkers % 2 != 0) {
            throw new IllegalArgumentException(
                    "ensembles: >= 2 with an even number >= 4 of walkers, found " + ensembles + " of " + walkers);
        }
        if (warmup < 0 || draws < FEWEST_DRAWS || thin < 1) {
            throw new IllegalArgumentException("warm-up >= 0, draws >= " + FEWEST_DRAWS + ", thin >= 1, found " + warmup
                    + ", " + draws + ", " + thin);
        }
    }

    /** Four ensembles of 4 n walkers (at least 16), 1000 steps of warm-up, 1000 draws, every fifth step kept. */
    public static EnsemblePlan standard(int parameters) {
        return new EnsemblePlan(4, Math.max(16, 4 * parameters), 1000, 1000, 5);
    }

    /** The same with other lengths. */
    public EnsemblePlan withLength(int newWarmup, int newDraws, int newThin) {
        return new EnsemblePlan(ensembles, walkers, newWarmup, newDraws, newThin);
    }
}
