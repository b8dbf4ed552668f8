package org.penguinfit.core.sample;

import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.penguinfit.core.interval.ConfidenceLevel;

/**
 * A smooth estimate of a two-dimensional density on a grid of {@value #CELLS} × {@value #CELLS} cells, for contours: a
 * Gaussian kernel reflected at bounds, with the bandwidths of the marginals, widened by N^(1/30) for the second dimension and
 * narrowed by √(1 − ρ²) so that a narrow correlation does not blur.
 */
public final class JointDensity {
    /** Cells per axis. */
    public static final int CELLS = 256;

    /** The narrowing takes 1 − ρ² for at least this. */
    private static final double NARROWEST = 1e-4;

    private final SmoothGrid first;
    private final SmoothGrid second;
    private final double[][] values;
    private final double[] heights;

    private JointDensity(SmoothGrid first, SmoothGrid second, double[][] values, double[] xs, double[] ys) {
        this.first = first;
        this.second = second;
        this.values = values;
        this.heights = new double[xs.length];
        for (int k = 0; k < xs.length; k++) {
            heights[k] = at(xs[k], ys[k]);
        }
        Arrays.sort(heights);
    }

    static JointDensity of(Marginal x, Marginal y) {
        SmoothGrid first = SmoothGrid.around(x.sorted(), x.range(), CELLS);
        SmoothGrid second = SmoothGrid.around(y.sorted(), y.range(), CELLS);
        double[] xs = RankNormal.pooled(x.chains());
        double[] ys = RankNormal.pooled(y.chains());
        double rho = new PearsonsCorrelation().correlation(xs, ys);
        double narrow = Double.isFinite(rho) ? Math.sqrt(Math.max(NARROWEST, 1.0 - rho * rho)) : 1.0;
        double[][] rows = binned(first, second, xs, ys);
        smoothRows(rows, second, narrow * bandwidth(y));
        double[][] columns = transposed(rows);
        smoothRows(columns, first, narrow * bandwidth(x));
        return new JointDensity(first, second, transposed(columns), xs, ys);
    }

    private static double bandwidth(Marginal marginal) {
        double count = Math.max(2.0, EffectiveSampleSize.bulk(marginal.chains()));
        return marginal.density().bandwidth() * Math.pow(count, 1.0 / 5.0 - 1.0 / 6.0);
    }

    private static double[][] binned(SmoothGrid first, SmoothGrid second, double[] xs, double[] ys) {
        double[][] weights = new double[CELLS + 1][CELLS + 1];
        for (int k = 0; k < xs.length; k++) {
            double a = first.place(xs[k]);
            double b = second.place(ys[k]);
            int i = Math.min(CELLS - 1, (int) a);
            int j = Math.min(CELLS - 1, (int) b);
            weights[i][j] += (1.0 - (a - i)) * (1.0 - (b - j)) / xs.length;
            weights[i + 1][j] += (a - i) * (1.0 - (b - j)) / xs.length;
            weights[i][j + 1] += (1.0 - (a - i)) * (b - j) / xs.length;
            weights[i + 1][j + 1] += (a - i) * (b - j) / xs.length;
        }
        return weights;
    }

    /** Replaces weights at the nodes of each row by densities. */
    private static void smoothRows(double[][] rows, SmoothGrid grid, double bandwidth) {
        double width = grid.upper() - grid.lower();
        double t = bandwidth / width * (bandwidth / width);
        for (int i = 0; i < rows.length; i++) {
            double[] density = SmoothGrid.diffused(SmoothGrid.cosines(rows[i]), t);
            for (int j = 0; j < density.length; j++) {
                rows[i][j] = Math.max(0.0, density[j] / width);
            }
        }
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] result = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                result[j][i] = matrix[i][j];
            }
        }
        return result;
    }

    /** Value of the first quantity at node i, 0 to {@link #CELLS}. */
    public double firstNode(int i) {
        return first.node(i);
    }

    /** Value of the second quantity at node j, 0 to {@link #CELLS}. */
    public double secondNode(int j) {
        return second.node(j);
    }

    /** The density at node (i, j), in the inverse product of the units. */
    public double node(int i, int j) {
        return values[i][j];
    }

    /** The density between the nodes, bilinear; 0 outside the grid. */
    public double at(double x, double y) {
        if (x < first.lower() || x > first.upper() || y < second.lower() || y > second.upper()) {
            return 0.0;
        }
        double a = first.place(x);
        double b = second.place(y);
        int i = Math.min(CELLS - 1, (int) a);
        int j = Math.min(CELLS - 1, (int) b);
        double below = values[i][j] + (b - j) * (values[i][j + 1] - values[i][j]);
        double above = values[i + 1][j] + (b - j) * (values[i + 1][j + 1] - values[i + 1][j]);
        return below + (a - i) * (above - below);
    }

    /** The density on the border of the highest-density region: where this fraction of the draws lies above. */
    public double threshold(ConfidenceLevel level) {
        return Marginal.quantile(heights, level.tail());
    }
}
