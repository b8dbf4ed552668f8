package org.penguinfit.core.contour;

import java.util.Arrays;
import org.penguinfit.core.profile.ConditionalMinimizer;

/**
 * Other branches of the profile near a point, as the search grid knows them: a curve that is followed on one branch must turn
 * to another where that one goes below the threshold.
 */
final class Rivals {
    /** Grid points whose other parameters differ this much more than is usual lie on another branch. */
    private static final double UNUSUAL = 2.0;

    private final ProfileGrid grid;
    private final ConditionalMinimizer path;
    private final BranchTest branches;
    private final double[][] rows;
    private final int stride;
    private final double usual;
    private double[] found = new double[0];

    Rivals(ProfileGrid grid, ConditionalMinimizer path) {
        this.grid = grid;
        this.path = path;
        this.stride = grid.points().get(0).point().size();
        this.branches = new BranchTest(stride, grid.first(), grid.second());
        int columns = grid.xs().size();
        this.rows = new double[grid.ys().size()][columns * stride];
        for (int j = 0; j < rows.length; j++) {
            for (int i = 0; i < columns; i++) {
                System.arraycopy(grid.at(i, j).point().toArray(), 0, rows[j], i * stride, stride);
            }
        }
        this.usual = UNUSUAL * branches.medianDistance(rows, stride, 0);
    }

    /**
     * The lowest branch at (x, y) among those of the grid points around that are not the one of {@code point}.
     *
     * @return its value; +∞ when there is none. {@link #point} is then its point
     */
    double lowest(double x, double y, double[] point) {
        int i = cell(grid.xs().size(), grid.xs().get(0), grid.xs().get(grid.xs().size() - 1), x);
        int j = cell(grid.ys().size(), grid.ys().get(0), grid.ys().get(grid.ys().size() - 1), y);
        double lowest = Double.POSITIVE_INFINITY;
        for (int corner = 0; corner < 4; corner++) {
            double[] row = rows[j + corner / 2];
            int at = (i + corner % 2) * stride;
            boolean finite =
                    Double.isFinite(grid.at(i + corner % 2, j + corner / 2).value());
            if (finite && branches.distance(point, 0, row, at) > usual) {
                double value = tryFrom(row, at, x, y);
                if (value < lowest) {
                    lowest = value;
                    found = path.point();
                }
            }
        }
        return lowest;
    }

    /** All parameters on the branch that {@link #lowest} found last. */
    double[] point() {
        return found.clone();
    }

    private double tryFrom(double[] row, int at, double x, double y) {
        double[] start = Arrays.copyOfRange(row, at, at + stride);
        start[grid.first()] = x;
        start[grid.second()] = y;
        path.startAt(start);
        return path.isUsable() ? path.value() : Double.POSITIVE_INFINITY;
    }

    private static int cell(int count, double low, double high, double at) {
        int index = (int) Math.floor((at - low) / (high - low) * (count - 1));
        return Math.max(0, Math.min(count - 2, index));
    }
}
