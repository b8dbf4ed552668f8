package org.penguinfit.core.interval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.AllowedSolution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * A function of one variable known at nodes and computable between them; it is taken to have no extremum between two
 * neighbouring nodes, so a crossing that the nodes bracket is found exactly and no other exists.
 */
public final class SampledCurve {
    /** Relative tolerance of a crossing. */
    public static final double RELATIVE_TOLERANCE = 1e-12;

    private static final double SMALLEST_TOLERANCE = 1e-300;
    private static final double VALUE_TOLERANCE = 1e-15;
    private static final int SOLVER_ORDER = 5;
    private static final int SOLVER_EVALUATIONS = 300;
    private static final int BISECTIONS = 1100;

    private final DoubleUnaryOperator function;
    private final List<CurveNode> nodes;

    private SampledCurve(DoubleUnaryOperator function, List<CurveNode> nodes) {
        this.function = function;
        this.nodes = nodes;
    }

    /**
     * The curve through these nodes; of several at one position the lowest counts. Where a finite node stands beside an
     * excluded one, the wall between them is located to the last digit and becomes a node.
     *
     * @param function computes the curve between the nodes; NaN counts as excluded
     */
    public static SampledCurve of(DoubleUnaryOperator function, List<CurveNode> nodes) {
        List<CurveNode> sorted = new ArrayList<>(nodes);
        sorted.sort(Comparator.comparingDouble(CurveNode::x).thenComparingDouble(CurveNode::value));
        List<CurveNode> walled = new ArrayList<>();
        for (CurveNode node : sorted) {
            CurveNode last = walled.isEmpty() ? null : walled.get(walled.size() - 1);
            if (last != null && last.x() == node.x()) {
                continue;
            }
            if (last != null && last.isFinite() != node.isFinite()) {
                addWall(function, last, node, walled);
            }
            walled.add(node);
        }
        return new SampledCurve(function, List.copyOf(walled));
    }

    private static void addWall(DoubleUnaryOperator function, CurveNode left, CurveNode right, List<CurveNode> walled) {
        CurveNode inside = left.isFinite() ? left : right;
        double outside = left.isFinite() ? right.x() : left.x();
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = 0.5 * (inside.x() + outside);
            if (middle == inside.x() || middle == outside) {
                break;
            }
            double value = function.applyAsDouble(middle);
            if (Double.isFinite(value)) {
                inside = new CurveNode(middle, value);
            } else {
                outside = middle;
            }
        }
        if (left.isFinite()) {
            addUnlessKnown(inside, left, walled);
            walled.add(new CurveNode(outside, Double.POSITIVE_INFINITY));
        } else {
            walled.add(new CurveNode(outside, Double.POSITIVE_INFINITY));
            addUnlessKnown(inside, right, walled);
        }
    }

    private static void addUnlessKnown(CurveNode node, CurveNode known, List<CurveNode> walled) {
        if (node.x() != known.x()) {
            walled.add(node);
        }
    }

    /** The same curve with every local minimum that its nodes bracket as a node. */
    public SampledCurve withMinima() {
        return of(function, new ExtremumRefinement(function, GoalType.MINIMIZE).refine(nodes));
    }

    /** The same curve with every local maximum that its nodes bracket as a node. */
    public SampledCurve withMaxima() {
        return of(function, new ExtremumRefinement(function, GoalType.MAXIMIZE).refine(nodes));
    }

    /** The nodes, ascending in x. */
    public List<CurveNode> nodes() {
        return nodes;
    }

    /** The lowest value of any node; +∞ when all are excluded. */
    public double lowestValue() {
        double lowest = Double.POSITIVE_INFINITY;
        for (CurveNode node : nodes) {
            lowest = Math.min(lowest, node.value());
        }
        return lowest;
    }

    /** All x between the first and the last node with value ≤ {@code level}, ends solved to {@link #RELATIVE_TOLERANCE}. */
    public IntervalSet sublevelSet(double level) {
        List<Interval> parts = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            CurveNode right = nodes.get(i);
            if (isInside(right, level)) {
                parts.add(new Interval(right.x(), right.x()));
            }
            if (i > 0) {
                addBetween(nodes.get(i - 1), right, level, parts);
            }
        }
        return IntervalSet.of(parts);
    }

    private static boolean isInside(CurveNode node, double level) {
        return node.isFinite() && node.value() <= level;
    }

    private void addBetween(CurveNode left, CurveNode right, double level, List<Interval> parts) {
        boolean leftInside = isInside(left, level);
        boolean rightInside = isInside(right, level);
        if (leftInside && rightInside) {
            parts.add(new Interval(left.x(), right.x()));
        } else if (left.isFinite() && right.isFinite() && leftInside != rightInside) {
            double x = crossing(left, right, level);
            parts.add(leftInside ? new Interval(left.x(), x) : new Interval(x, right.x()));
        }
    }

    private double crossing(CurveNode left, CurveNode right, double level) {
        if (left.value() == level || right.value() == level) {
            return left.value() == level ? left.x() : right.x();
        }
        try {
            double scale = Math.max(Math.abs(left.x()), Math.abs(right.x()));
            return new BracketingNthOrderBrentSolver(
                            RELATIVE_TOLERANCE,
                            Math.max(RELATIVE_TOLERANCE * RELATIVE_TOLERANCE * scale, SMALLEST_TOLERANCE),
                            VALUE_TOLERANCE,
                            SOLVER_ORDER)
                    .solve(
                            SOLVER_EVALUATIONS,
                            x -> excess(x, left, right, level),
                            left.x(),
                            right.x(),
                            AllowedSolution.ANY_SIDE);
        } catch (MathRuntimeException noConvergence) {
            return bisect(left, right, level);
        }
    }

    /** Value minus level; the known values at the nodes, so that the bracket holds even if the function wobbles. */
    private double excess(double x, CurveNode left, CurveNode right, double level) {
        if (x == left.x() || x == right.x()) {
            return (x == left.x() ? left.value() : right.value()) - level;
        }
        double value = function.applyAsDouble(x);
        return Double.isFinite(value) ? value - level : Double.MAX_VALUE;
    }

    private double bisect(CurveNode left, CurveNode right, double level) {
        double inside = left.value() <= level ? left.x() : right.x();
        double outside = left.value() <= level ? right.x() : left.x();
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = 0.5 * (inside + outside);
            if (middle == inside || middle == outside) {
                break;
            }
            if (excess(middle, left, right, level) <= 0.0) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }
}
