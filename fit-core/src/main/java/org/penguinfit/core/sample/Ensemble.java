package org.penguinfit.core.sample;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.penguinfit.core.objective.Objective;
import org.penguinfit.core.parameter.Bounds;

/**
 * Walkers that move by each other's places: the stretch move of Goodman and Weare, Commun. Appl. Math. Comput. Sci. 5 (2010)
 * 65, in two halves that move in turn (Foreman-Mackey et al., arXiv:1202.3665, algorithm 3); one move in five is one of
 * differential evolution (ter Braak, Stat. Comput. 16 (2006) 239), which also jumps between modes. For one thread.
 */
final class Ensemble {
    /** The stretch a. */
    static final double STRETCH = 2.0;

    /** Fraction of moves by differential evolution, and of these with a difference unscaled, which jumps between modes. */
    private static final double DIFFERENTIAL = 0.2;

    private static final double UNSCALED = 0.3;

    private final Objective density;
    private final UniformRandomProvider random;
    private final int n;
    private final double[] proposal;

    /** (θ, −2 ln posterior) of each walker. */
    final double[][] walkers;

    long accepted;

    private Ensemble(Objective density, UniformRandomProvider random, double[][] walkers) {
        this.density = density;
        this.random = random;
        this.walkers = walkers;
        this.n = walkers[0].length - 1;
        this.proposal = new double[n];
    }

    /** Walkers around modes, in turn. */
    static Ensemble around(
            List<Mode> modes, int count, List<Bounds> ranges, Objective density, UniformRandomProvider random) {
        int n = ranges.size();
        double[][] walkers = new double[count][n + 1];
        for (int k = 0; k < count; k++) {
            double[] start = StartPlaces.around(modes.get(k % modes.size()), ranges, density, random);
            System.arraycopy(start, 0, walkers[k], 0, n);
            walkers[k][n] = density.value(start);
        }
        return new Ensemble(density, random, walkers);
    }

    /** Walkers from the last rows of an earlier segment. */
    static Ensemble from(double[] rows, int count, int n, Objective density, UniformRandomProvider random) {
        double[][] walkers = new double[count][n + 1];
        int at = rows.length - count * (n + 1);
        for (double[] walker : walkers) {
            System.arraycopy(rows, at, walker, 0, n + 1);
            at += n + 1;
        }
        return new Ensemble(density, random, walkers);
    }

    /** Moves every walker once. */
    void step() {
        int half = walkers.length / 2;
        for (int k = 0; k < walkers.length; k++) {
            int others = k < half ? half : 0;
            boolean differential = random.nextDouble() < DIFFERENTIAL;
            double logRatio = differential ? differential(walkers[k], others) : stretch(walkers[k], others);
            double value = density.value(proposal);
            if (random.nextDouble() < Math.exp(logRatio - 0.5 * (value - walkers[k][n]))) {
                System.arraycopy(proposal, 0, walkers[k], 0, n);
                walkers[k][n] = value;
                accepted++;
            }
        }
    }

    /** Proposes a place on the line through another walker; returns (n − 1) ln z. */
    private double stretch(double[] walker, int others) {
        double[] other = walkers[others + random.nextInt(walkers.length / 2)];
        double root = 1.0 + (STRETCH - 1.0) * random.nextDouble();
        double z = root * root / STRETCH;
        for (int i = 0; i < n; i++) {
            proposal[i] = other[i] + z * (walker[i] - other[i]);
        }
        return (n - 1) * Math.log(z);
    }

    /** Proposes a move by the scaled difference of two others; symmetric, so returns 0. */
    private double differential(double[] walker, int others) {
        int half = walkers.length / 2;
        int a = random.nextInt(half);
        int b = (a + 1 + random.nextInt(half - 1)) % half;
        double scale = random.nextDouble() < UNSCALED ? 1.0 : 2.38 / Math.sqrt(2.0 * n);
        for (int i = 0; i < n; i++) {
            proposal[i] = walker[i] + scale * (walkers[others + a][i] - walkers[others + b][i]);
        }
        return 0.0;
    }
}
