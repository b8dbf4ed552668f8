package org.penguinfit.likelihoods.term;

import java.util.Arrays;
import org.penguinfit.likelihoods.curve.Grid;

/**
 * Several observables with a tabulated likelihood: a {@link Grid}. In toys the grid moves as a whole, and the data scatter
 * about the truth as independent Gaussians with the widths of the profiles of −2 ln L; correlations of the table shape the
 * likelihood but not the scatter. Pulls are taken with the same widths.
 */
public final class GridTerm implements LikelihoodTerm {
    private final Grid grid;
    private final double[] shift;
    private final double[] width;
    private final String rule;
    private final String assumption;

    private GridTerm(Grid grid, double[] shift, double[] width, String rule, String assumption) {
        this.grid = grid;
        this.shift = shift;
        this.width = width;
        this.rule = rule;
        this.assumption = assumption;
    }

    /**
     * The term of a grid.
     *
     * @param rule words for a report: how the result enters
     * @param assumption what that takes for granted
     */
    public static GridTerm of(Grid grid, String rule, String assumption) {
        double[] width = new double[grid.dimension()];
        for (int k = 0; k < width.length; k++) {
            width[k] = width(grid, k);
        }
        return new GridTerm(grid, new double[width.length], width, rule, assumption);
    }

    /** Half the distance of the outermost crossings of 1 by the profile; the whole axis if it stays below. */
    private static double width(Grid grid, int observable) {
        double[][] profile = grid.profile(observable);
        int last = profile.length - 1;
        double low = profile[0][0];
        double high = profile[last][0];
        for (int i = 1; i <= last && profile[i - 1][1] > 1; i++) {
            low = crossing(profile[i - 1], profile[i]);
        }
        for (int i = last; i >= 1 && profile[i][1] > 1; i--) {
            high = crossing(profile[i], profile[i - 1]);
        }
        return (high - low) / 2;
    }

    /** Where the line between a point above 1 and its neighbour reaches 1; the neighbour if it does not. */
    private static double crossing(double[] above, double[] next) {
        double part = (above[1] - 1) / (above[1] - next[1]);
        return part > 0 && part < 1 ? above[0] + part * (next[0] - above[0]) : next[0];
    }

    /** Words for a report: how the result enters. */
    public String rule() {
        return rule;
    }

    /** What the term takes for granted. */
    public String assumption() {
        return assumption;
    }

    /** Width of one observable: half its interval of Δχ² = 1. */
    public double width(int observable) {
        return width[observable];
    }

    @Override
    public int dimension() {
        return shift.length;
    }

    @Override
    public double value(double[] mu) {
        int n = dimension();
        return valueGradientAndHessian(mu, new double[n], new double[n * n]);
    }

    @Override
    public double valueGradientAndHessian(double[] mu, double[] gradient, double[] hessian) {
        double[] at = new double[mu.length];
        for (int k = 0; k < at.length; k++) {
            at[k] = mu[k] - shift[k];
        }
        return grid.all(at, gradient, hessian);
    }

    @Override
    public double central(int observable) {
        return grid.mode(observable) + shift[observable];
    }

    @Override
    public double pull(double[] mu, int observable) {
        return (central(observable) - mu[observable]) / width[observable];
    }

    @Override
    public boolean isLimit() {
        return false;
    }

    @Override
    public void draw(double[] mu, double[] normals, double[] data) {
        for (int k = 0; k < mu.length; k++) {
            data[k] = mu[k] + width[k] * normals[k];
        }
    }

    @Override
    public LikelihoodTerm withData(double[] data) {
        double[] moved = new double[data.length];
        for (int k = 0; k < moved.length; k++) {
            moved[k] = data[k] - grid.mode(k);
        }
        return Arrays.equals(moved, shift) ? this : new GridTerm(grid, moved, width, rule, assumption);
    }
}
