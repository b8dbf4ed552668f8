package org.penguinfit.core.contour;

import java.util.Arrays;

/** Tells by the other parameters whether two neighbours on a grid may lie on different branches of the profile. */
final class BranchTest {
    private final int size;
    private final int first;
    private final int second;
    private final double[] scale;

    BranchTest(int size, int first, int second) {
        this.size = size;
        this.first = first;
        this.second = second;
        this.scale = new double[size];
        Arrays.fill(scale, 1.0);
    }

    /** Largest difference of an other parameter, in units of its own spread over the grid. */
    double distance(double[] a, int at, double[] b, int bt) {
        double largest = 0.0;
        for (int k = 0; k < size; k++) {
            if (k != first && k != second) {
                largest = Math.max(largest, Math.abs(a[at + k] - b[bt + k]) * scale[k]);
            }
        }
        return largest;
    }

    /** Sets the scales to the spread of each parameter over the grid, and gives the median distance of neighbours. */
    double medianDistance(double[][] rows, int stride, int header) {
        int columns = rows[0].length / stride;
        for (int k = 0; k < size; k++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double[] row : rows) {
                for (int i = 0; i < columns; i++) {
                    low = Math.min(low, row[i * stride + header + k]);
                    high = Math.max(high, row[i * stride + header + k]);
                }
            }
            scale[k] = high > low ? 1.0 / (high - low) : 0.0;
        }
        double[] distances = new double[2 * rows.length * columns];
        int count = 0;
        for (int j = 0; j < rows.length; j++) {
            for (int i = 0; i < columns; i++) {
                int here = i * stride + header;
                if (i > 0) {
                    distances[count++] = distance(rows[j], here, rows[j], here - stride);
                }
                if (j > 0) {
                    distances[count++] = distance(rows[j], here, rows[j - 1], here);
                }
            }
        }
        Arrays.sort(distances, 0, count);
        return distances[count / 2];
    }
}
