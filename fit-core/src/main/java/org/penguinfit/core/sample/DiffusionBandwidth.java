package org.penguinfit.core.sample;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The bandwidth of a kernel density estimate by the improved Sheather–Jones rule: Botev, Grotowski and Kroese, Ann. Stat. 38
 * (2010) 2916, algorithm 1. It assumes no shape, so several modes do not blur.
 */
final class DiffusionBandwidth {
    private static final int STAGES = 7;

    /** Squared bandwidths between half a cell of the grid and a third of the range. */
    private static final double SMALLEST = 1e-8;

    private static final double LARGEST = 0.1;

    private static final double STEP = 1.3;

    private final double count;
    private final double[] squares;

    private DiffusionBandwidth(double count, double[] squares) {
        this.count = count;
        this.squares = squares;
    }

    /**
     * The squared bandwidth in units of the squared range.
     *
     * @param cosines Σ pⱼ cos(π k xⱼ) of the binned draws over the unit range, by k
     * @param count number of independent draws
     */
    static double of(double[] cosines, double count) {
        double[] squares = new double[cosines.length];
        for (int k = 0; k < squares.length; k++) {
            squares[k] = cosines[k] * cosines[k];
        }
        DiffusionBandwidth rule = new DiffusionBandwidth(count, squares);
        double below = rule.excess(SMALLEST);
        for (double t = SMALLEST * STEP; t <= LARGEST; t *= STEP) {
            double excess = rule.excess(t);
            if (below < 0.0 && excess >= 0.0) {
                return new BrentSolver(1e-6, 1e-14).solve(200, rule::excess, t / STEP, t);
            }
            below = excess;
        }
        return 0.28 * Math.pow(count, -0.4); // the authors' own fallback, when there is no root
    }

    /** t − ξγ(t), zero at the bandwidth sought. */
    private double excess(double t) {
        double f = norm(STAGES, t);
        for (int s = STAGES - 1; s >= 2; s--) {
            double odd = 1.0;
            for (int j = 3; j <= 2 * s - 1; j += 2) {
                odd *= j;
            }
            double k0 = odd / Math.sqrt(2.0 * Math.PI);
            double constant = (1.0 + Math.pow(0.5, s + 0.5)) / 3.0;
            f = norm(s, Math.pow(2.0 * constant * k0 / count / f, 2.0 / (3.0 + 2.0 * s)));
        }
        return t - Math.pow(2.0 * count * Math.sqrt(Math.PI) * f, -0.4);
    }

    /** Squared norm of the s-th derivative of the density smoothed by t. */
    private double norm(int s, double t) {
        double sum = 0.0;
        for (int k = 1; k < squares.length; k++) {
            double square = (double) k * k;
            double damping = Math.exp(-square * Math.PI * Math.PI * t);
            if (damping == 0.0) {
                break;
            }
            double power = square;
            for (int j = 1; j < s; j++) {
                power *= square;
            }
            sum += power * squares[k] * damping;
        }
        return 2.0 * Math.pow(Math.PI, 2.0 * s) * sum;
    }
}
