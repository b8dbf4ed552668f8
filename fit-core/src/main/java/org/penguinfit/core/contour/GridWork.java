package org.penguinfit.core.contour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Convergence;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.profile.ConditionalMinimizer;

/** The rows of a profile grid as pieces of work. A row is an array: per point the value, the status, all parameters. */
final class GridWork {
    private static final List<Convergence> STATES = List.of(Convergence.values());
    private static final int PASSES = 20;
    private static final int HEADER = 2;

    /** Neighbours whose other parameters differ this much more than is usual on the grid may lie on different branches. */
    private static final double UNUSUAL = 3.0;

    private final Supplier<? extends TwiceDifferentiableObjective> objectives;
    private final List<Bounds> bounds;
    private final int first;
    private final int second;
    private final Vector xs;
    private final Vector ys;
    private final ParallelWork work;
    private final int stride;
    private double[][] rows;
    private int failedRows;
    private EvaluationCount spineCost = EvaluationCount.NONE;
    private EvaluationCount cost = EvaluationCount.NONE;

    GridWork(
            Supplier<? extends TwiceDifferentiableObjective> objectives,
            List<Bounds> bounds,
            int first,
            int second,
            Vector xs,
            Vector ys,
            ParallelWork work) {
        this.objectives = objectives;
        this.bounds = bounds;
        this.first = first;
        this.second = second;
        this.xs = xs;
        this.ys = ys;
        this.work = work;
        this.stride = HEADER + bounds.size();
        this.rows = new double[0][];
    }

    /** Fills all rows from these seeds. */
    void fill(List<Vector> seeds, String name) {
        List<double[][]> spines = new ArrayList<>();
        for (Vector seed : seeds) {
            spines.add(spine(seed));
        }
        rows = new double[ys.size()][];
        Arrays.setAll(rows, j -> excludedRow());
        run(name, (path, j) -> fromSpines(path, j, spines));
        BranchTest branches = new BranchTest(bounds.size(), first, second);
        for (int pass = 1; pass <= PASSES && bounds.size() > 2; pass++) {
            double usual = UNUSUAL * branches.medianDistance(rows, stride, HEADER);
            double[][] before = rows.clone();
            boolean lower = run(name + ", pass " + pass, (path, j) -> fromNeighbours(path, j, before, branches, usual));
            if (!lower) {
                return;
            }
        }
    }

    private interface Row {
        double[] compute(ConditionalMinimizer path, int j);
    }

    /** Computes all rows; true when a value got significantly lower. */
    private boolean run(String name, Row row) {
        WorkResults results = work.run(name, ys.size(), objectives::get, (objective, j) -> {
            ConditionalMinimizer path = new ConditionalMinimizer(objective, bounds, first, second);
            double[] computed = row.compute(path, j);
            EvaluationCount spent = path.evaluations();
            double[] result = Arrays.copyOf(computed, computed.length + 3);
            result[computed.length] = spent.values();
            result[computed.length + 1] = spent.gradients();
            result[computed.length + 2] = spent.hessians();
            return result;
        });
        failedRows = results.failures().size();
        boolean lower = false;
        for (int j = 0; j < rows.length; j++) {
            if (results.results().get(j).isPresent()) {
                double[] found = results.results().get(j).get().toArray();
                int n = found.length - 3;
                cost = cost.plus(new EvaluationCount((long) found[n], (long) found[n + 1], (long) found[n + 2]));
                lower |= isLower(found, rows[j]);
                rows[j] = Arrays.copyOf(found, n);
            }
        }
        return lower;
    }

    private boolean isLower(double[] found, double[] before) {
        for (int i = 0; i < xs.size(); i++) {
            double value = found[i * stride];
            if (value < before[i * stride] - ProfileGridSearch.gain(value)) {
                return true;
            }
        }
        return false;
    }

    private double[] excludedRow() {
        double[] row = new double[xs.size() * stride];
        for (int i = 0; i < xs.size(); i++) {
            row[i * stride] = Double.POSITIVE_INFINITY;
            row[i * stride + 1] = STATES.indexOf(Convergence.NOT_FINITE);
        }
        return row;
    }

    /** The points above and below a seed, one per row. */
    private double[][] spine(Vector seed) {
        double[][] points = new double[ys.size()][];
        ConditionalMinimizer path = new ConditionalMinimizer(objectives.get(), bounds, first, second);
        double x = Math.max(xs.get(0), Math.min(xs.get(xs.size() - 1), seed.get(first)));
        int above = 0;
        while (above < ys.size() && ys.get(above) < seed.get(second)) {
            above++;
        }
        path.startAt(seed.toArray());
        for (int j = above; j < ys.size(); j++) {
            path.moveTo(x, ys.get(j));
            points[j] = path.point();
        }
        path.startAt(seed.toArray());
        for (int j = above - 1; j >= 0; j--) {
            path.moveTo(x, ys.get(j));
            points[j] = path.point();
        }
        spineCost = spineCost.plus(path.evaluations());
        return points;
    }

    private double[] fromSpines(ConditionalMinimizer path, int j, List<double[][]> spines) {
        double[] row = rows[j].clone();
        for (double[][] spine : spines) {
            double[] start = spine[j];
            int right = 0;
            while (right < xs.size() && xs.get(right) < start[first]) {
                right++;
            }
            path.startAt(start);
            for (int i = right; i < xs.size(); i++) {
                path.moveTo(xs.get(i), ys.get(j));
                offer(path, row, i);
            }
            path.startAt(start);
            for (int i = right - 1; i >= 0; i--) {
                path.moveTo(xs.get(i), ys.get(j));
                offer(path, row, i);
            }
        }
        return row;
    }

    private double[] fromNeighbours(
            ConditionalMinimizer path, int j, double[][] before, BranchTest branches, double usual) {
        double[] row = before[j].clone();
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < xs.size(); k++) {
                int i = pass == 0 ? k : xs.size() - 1 - k;
                int beside = pass == 0 ? i - 1 : i + 1;
                if (beside >= 0 && beside < xs.size()) {
                    tryFrom(path, row, beside, j, row, i, branches, usual);
                }
                if (pass == 0 && j > 0) {
                    tryFrom(path, before[j - 1], i, j, row, i, branches, usual);
                }
                if (pass == 0 && j + 1 < before.length) {
                    tryFrom(path, before[j + 1], i, j, row, i, branches, usual);
                }
            }
        }
        return row;
    }

    private void tryFrom(
            ConditionalMinimizer path,
            double[] source,
            int from,
            int j,
            double[] row,
            int i,
            BranchTest branches,
            double usual) {
        int a = from * stride + HEADER;
        int b = i * stride + HEADER;
        if (Double.isFinite(source[a - HEADER]) && branches.distance(source, a, row, b) > usual) {
            double[] start = Arrays.copyOfRange(source, a, a + bounds.size());
            start[first] = xs.get(i);
            start[second] = ys.get(j);
            path.startAt(start);
            offer(path, row, i);
        }
    }

    private void offer(ConditionalMinimizer path, double[] row, int i) {
        int at = i * stride;
        if (path.value() < row[at]) {
            row[at] = path.value();
            row[at + 1] = STATES.indexOf(path.status());
            System.arraycopy(path.point(), 0, row, at + HEADER, bounds.size());
        }
    }

    double lowestValue() {
        double lowest = Double.POSITIVE_INFINITY;
        for (double[] row : rows) {
            for (int i = 0; i < xs.size(); i++) {
                lowest = Math.min(lowest, row[i * stride]);
            }
        }
        return lowest;
    }

    /** All parameters at the lowest point; {@code otherwise} when nothing is finite. */
    Vector lowestPoint(Vector otherwise) {
        double lowest = lowestValue();
        for (double[] row : rows) {
            for (int i = 0; i < xs.size(); i++) {
                if (row[i * stride] == lowest && Double.isFinite(lowest)) {
                    return point(row, i);
                }
            }
        }
        return otherwise;
    }

    private Vector point(double[] row, int i) {
        return Vector.of(Arrays.copyOfRange(row, i * stride + HEADER, (i + 1) * stride));
    }

    ProfileGrid result(double reference, Vector best, boolean adopted) {
        List<GridPoint> points = new ArrayList<>();
        for (int j = 0; j < ys.size(); j++) {
            for (int i = 0; i < xs.size(); i++) {
                double[] row = rows[j];
                Convergence status = STATES.get((int) row[i * stride + 1]);
                points.add(new GridPoint(xs.get(i), ys.get(j), row[i * stride], point(row, i), status));
            }
        }
        return new ProfileGrid(
                first, second, xs, ys, points, reference, best, adopted, failedRows, cost.plus(spineCost));
    }
}
