package org.penguinfit.core.sample;

/**
 * How much a {@link HamiltonianSampler} samples.
 *
 * @param chains number of independent chains, at least 2, so that they can disagree
 * @param warmup transitions of each chain that tune it and are thrown away, at least 100
 * @param draws transitions of each chain that are kept, at least 100
 * @param targetAcceptance mean acceptance statistic that the step size aims at, in (0, 1); higher means smaller steps
 * @param deepestTree a trajectory has at most 2 to this power points, in [1, 20]
 */
public record SamplingPlan(int chains, int warmup, int draws, double targetAcceptance, int deepestTree) {
    private static final int FEWEST = 100;

    /** Requires the stated ranges. */
    public SamplingPlan {
        if (chains < 2 || warmup < FEWEST || draws < FEWEST) {
            throw new IllegalArgumentException("sampling needs >= 2 chains, >= " + FEWEST
                    + " warm-up transitions and draws, found " + chains + ", " + warmup + ", " + draws);
        }
        if (!(targetAcceptance > 0.0 && targetAcceptance < 1.0) || deepestTree < 1 || deepestTree > 20) {
            throw new IllegalArgumentException("target acceptance in (0, 1) and depth in [1, 20], found "
                    + targetAcceptance + " and " + deepestTree);
        }
    }

    /** Four chains of 1000 warm-up transitions and 2000 draws; acceptance 0.8, depth 10, as in Stan. */
    public static SamplingPlan standard() {
        return new SamplingPlan(4, 1000, 2000, 0.8, 10);
    }

    /** The same with another number of draws per chain. */
    public SamplingPlan withDraws(int number) {
        return new SamplingPlan(chains, warmup, number, targetAcceptance, deepestTree);
    }

    /** The same with another number of chains. */
    public SamplingPlan withChains(int number) {
        return new SamplingPlan(number, warmup, draws, targetAcceptance, deepestTree);
    }

    /** The same with another target. */
    public SamplingPlan withTargetAcceptance(double target) {
        return new SamplingPlan(chains, warmup, draws, target, deepestTree);
    }
}
