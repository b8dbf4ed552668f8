package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.result.ResultBlock.Curve;

/**
 * Where a function that is known on a grid vanishes, by marching squares (W. Lorensen and H. Cline, Computer Graphics 21
 * (1987) 163, in two dimensions): linear along the edges of cells, and in a cell with two crossings on either diagonal the
 * mean of its corners decides. Curves end at the edge of the grid and at cells with an unknown corner.
 */
final class GridCurves {
    private final double[] xs;
    private final double[] ys;
    private final double[][] values;
    private final Map<Integer, List<Integer>> neighbours = new LinkedHashMap<>();

    /** @param values by column, then row; NaN where unknown; what is not positive is inside */
    private GridCurves(double[] xs, double[] ys, double[][] values) {
        this.xs = xs;
        this.ys = ys;
        this.values = values;
    }

    /**
     * The curves around the points where the function is not positive.
     *
     * @param xs ascending first coordinates
     * @param ys ascending second coordinates
     * @param values of shape [xs][ys]; NaN where unknown
     */
    static List<Curve> of(Vector xs, Vector ys, double[][] values) {
        GridCurves curves = new GridCurves(xs.toArray(), ys.toArray(), values);
        for (int i = 0; i + 1 < xs.size(); i++) {
            for (int j = 0; j + 1 < ys.size(); j++) {
                curves.addCell(i, j);
            }
        }
        return curves.follow();
    }

    private boolean inside(int i, int j) {
        return values[i][j] <= 0;
    }

    /** Number of the edge from (i, j) to the right, or upwards. */
    private int edge(int i, int j, boolean upwards) {
        return 2 * (j * xs.length + i) + (upwards ? 1 : 0);
    }

    private void addCell(int i, int j) {
        double sum = values[i][j] + values[i + 1][j] + values[i][j + 1] + values[i + 1][j + 1];
        if (!Double.isFinite(sum)) {
            return;
        }
        int bottom = edge(i, j, false);
        int right = edge(i + 1, j, true);
        int top = edge(i, j + 1, false);
        int left = edge(i, j, true);
        boolean first = inside(i, j);
        List<Integer> crossed = new ArrayList<>();
        addIf(first != inside(i + 1, j), bottom, crossed);
        addIf(inside(i + 1, j) != inside(i + 1, j + 1), right, crossed);
        addIf(inside(i + 1, j + 1) != inside(i, j + 1), top, crossed);
        addIf(inside(i, j + 1) != first, left, crossed);
        if (crossed.size() == 2) {
            link(crossed.get(0), crossed.get(1));
        } else if (crossed.size() == 4) {
            boolean joined = sum <= 0 == first; // the first corner and the one opposite
            link(bottom, joined ? right : left);
            link(top, joined ? left : right);
        }
    }

    private static void addIf(boolean crossed, int edge, List<Integer> edges) {
        if (crossed) {
            edges.add(edge);
        }
    }

    private void link(int a, int b) {
        neighbours.computeIfAbsent(a, none -> new ArrayList<>()).add(b);
        neighbours.computeIfAbsent(b, none -> new ArrayList<>()).add(a);
    }

    /** Open curves from an end first; what is left are loops. */
    private List<Curve> follow() {
        List<Curve> curves = new ArrayList<>();
        for (int ends = 1; ends <= 2; ends++) {
            for (Integer start : List.copyOf(neighbours.keySet())) {
                List<Integer> near = neighbours.get(start);
                if (near != null && near.size() == ends) {
                    curves.add(curve(start, ends == 2));
                }
            }
        }
        return curves;
    }

    private Curve curve(int start, boolean closed) {
        List<Integer> edges = new ArrayList<>();
        Integer at = start;
        while (at != null) {
            edges.add(at);
            List<Integer> near = neighbours.remove(at);
            at = near == null ? null : next(near);
        }
        double[] x = new double[edges.size()];
        double[] y = new double[edges.size()];
        for (int k = 0; k < x.length; k++) {
            place(edges.get(k), k, x, y);
        }
        return new Curve(Vector.of(x), Vector.of(y), closed);
    }

    /** The neighbour that is still to be visited; a key that is gone was. */
    private @Nullable Integer next(List<Integer> near) {
        for (Integer edge : near) {
            if (neighbours.containsKey(edge)) {
                return edge;
            }
        }
        return null;
    }

    private void place(int edge, int k, double[] x, double[] y) {
        int i = edge / 2 % xs.length;
        int j = edge / 2 / xs.length;
        boolean upwards = edge % 2 == 1;
        double from = values[i][j];
        double to = upwards ? values[i][j + 1] : values[i + 1][j];
        double part = from / (from - to);
        x[k] = upwards ? xs[i] : xs[i] + part * (xs[i + 1] - xs[i]);
        y[k] = upwards ? ys[j] + part * (ys[j + 1] - ys[j]) : ys[j];
    }
}
