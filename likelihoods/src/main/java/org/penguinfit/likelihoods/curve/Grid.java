package org.penguinfit.likelihoods.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * −2 ln L of several observables on a grid, its lowest value 0. Between the points it is interpolated in each direction by
 * cubics, which need even axes of at least four points and no excluded point, or by straight lines (flavio's multilinear
 * interpolation of ln p). Beyond the grid the value at the nearest place of it goes on plus ((distance)/w)² in each direction, w
 * a twelfth of the axis. Excluded points (density 0) count as −2 ln L = {@value #CAP}, a plateau. Immutable and thread-safe.
 */
public final class Grid {
    private static final double CAP = 55;
    private static final int NEWTON_STEPS = 20;

    private final List<Axis> axes;
    private final double[] values;
    private final double[] mode;
    private final double lowest;

    /**
     * The grid.
     *
     * @param points of each axis, ascending, at least two
     * @param values −2 ln L, the last axis fastest; +∞ where excluded
     * @param linear whether to interpolate by straight lines even where cubics could be drawn
     */
    public Grid(List<double[]> points, double[] values, boolean linear) {
        double best = Arrays.stream(values).min().orElse(Double.NaN);
        Checks.that(Double.isFinite(best), "table: −2 ln L must be finite somewhere");
        boolean cubic = !linear && points.stream().allMatch(Axis::isEven);
        for (double value : values) {
            cubic &= value - best < CAP || Double.isFinite(value);
        }
        this.axes = new ArrayList<>();
        int size = 1;
        for (double[] axis : points) {
            axes.add(new Axis(axis, cubic));
            size *= axis.length;
        }
        Checks.that(size == values.length, "table: needs " + size + " values, found " + values.length);
        this.values = Arrays.stream(values)
                .map(v -> Double.isFinite(v) ? v - best : CAP)
                .toArray();
        this.mode = mode(cubic);
        this.lowest = inside(mode, 0, new double[mode.length], new double[mode.length * mode.length]);
    }

    /** The lowest point of the grid, or where Newton's method leads from there without leaving the cells around it. */
    private double[] mode(boolean cubic) {
        int n = axes.size();
        int index = 0;
        for (int i = 0; i < values.length; i++) {
            index = values[i] < values[index] ? i : index;
        }
        double[] node = new double[n];
        for (int k = n - 1; k >= 0; k--) {
            node[k] = axes.get(k).point(index % axes.get(k).size());
            index /= axes.get(k).size();
        }
        return cubic ? descended(node) : node;
    }

    private double[] descended(double[] node) {
        int n = node.length;
        double[] at = node.clone();
        double[] gradient = new double[n];
        double[] hessian = new double[n * n];
        double best = inside(node, 0, gradient, hessian);
        double[] found = node;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            inside(at, 0, gradient, hessian);
            double[] move = SmallSystem.solve(hessian, gradient);
            for (int k = 0; k < n; k++) {
                Axis axis = axes.get(k);
                double size = axis.point(1) - axis.low();
                double next = at[k] - move[k];
                at[k] = Math.max(
                        Math.max(axis.low(), node[k] - size), Math.min(Math.min(axis.high(), node[k] + size), next));
            }
            double value = inside(at, 0, gradient, hessian);
            if (value < best) {
                best = value;
                found = at.clone();
            }
        }
        return found;
    }

    /** Number of observables. */
    public int dimension() {
        return axes.size();
    }

    /** Where −2 ln L is 0. */
    public double mode(int observable) {
        return mode[observable];
    }

    /**
     * −2 ln L with its derivatives.
     *
     * @param mu shape [dimension]
     * @param gradient overwritten
     * @param hessian overwritten, row by row
     */
    public double all(double[] mu, double[] gradient, double[] hessian) {
        int n = axes.size();
        double[] at = mu.clone();
        for (int k = 0; k < n; k++) {
            at[k] = Math.max(axes.get(k).low(), Math.min(axes.get(k).high(), mu[k]));
        }
        double value = Math.max(0, inside(at, lowest, gradient, hessian));
        for (int k = 0; k < n; k++) {
            double distance = axes.get(k).beyond(mu[k]);
            if (distance != 0) {
                double width = (axes.get(k).high() - axes.get(k).low()) / 12;
                value += distance * distance / (width * width);
                gradient[k] = 2 * distance / (width * width);
                for (int j = 0; j < n; j++) {
                    hessian[k * n + j] = 0;
                    hessian[j * n + k] = 0;
                }
                hessian[k * n + k] = 2 / (width * width);
            }
        }
        return value;
    }

    private double inside(double[] at, double offset, double[] gradient, double[] hessian) {
        int n = axes.size();
        double[][][] weights = new double[n][][];
        for (int k = 0; k < n; k++) {
            if (Double.isNaN(at[k])) {
                Arrays.fill(gradient, Double.NaN);
                return Double.NaN;
            }
            weights[k] = axes.get(k).weights(at[k]);
        }
        Arrays.fill(gradient, 0);
        Arrays.fill(hessian, 0);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i]++;
            gradient[i] = sum(0, 0, weights, order);
            for (int j = 0; j <= i; j++) {
                order[j]++;
                hessian[i * n + j] = sum(0, 0, weights, order);
                hessian[j * n + i] = hessian[i * n + j];
                order[j]--;
            }
            order[i]--;
        }
        return sum(0, 0, weights, order) - offset;
    }

    /** The weighted sum over all points of the axes from one on. */
    private double sum(int axis, int offset, double[][][] weights, int[] order) {
        if (axis == axes.size()) {
            return values[offset];
        }
        double[] w = weights[axis][order[axis]];
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            if (w[i] != 0) {
                sum += w[i] * sum(axis + 1, offset * w.length + i, weights, order);
            }
        }
        return sum;
    }

    /**
     * The lowest value over all other observables with one held at a point of its axis: the profile that tells how wide it is.
     *
     * @return pairs of point and value, shape [points][2]
     */
    public double[][] profile(int observable) {
        int after = 1;
        for (int k = observable + 1; k < axes.size(); k++) {
            after *= axes.get(k).size();
        }
        Axis axis = axes.get(observable);
        double[][] profile = new double[axis.size()][2];
        for (int i = 0; i < profile.length; i++) {
            profile[i][0] = axis.point(i);
            profile[i][1] = Double.POSITIVE_INFINITY;
        }
        for (int at = 0; at < values.length; at++) {
            double[] point = profile[at / after % axis.size()];
            point[1] = Math.min(point[1], values[at] - lowest);
        }
        return profile;
    }
}
