package org.penguinfit.core.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;
import org.hipparchus.optim.univariate.UnivariatePointValuePair;

/** Adds to the nodes of a curve the extrema that they bracket, by Brent's method on either side of each extreme node. */
final class ExtremumRefinement {
    /** Relative accuracy in x: an extremum is flat, so its value is then exact to rounding. */
    private static final double TOLERANCE = 1e-10;

    /** Accuracy in x relative to the bracket, for an extremum at zero. */
    private static final double BRACKET_TOLERANCE = 1e-12;

    private static final int EVALUATIONS = 500;

    private final DoubleUnaryOperator function;
    private final GoalType goal;

    ExtremumRefinement(DoubleUnaryOperator function, GoalType goal) {
        this.function = function;
        this.goal = goal;
    }

    List<CurveNode> refine(List<CurveNode> nodes) {
        List<CurveNode> all = new ArrayList<>(nodes);
        for (int i = 0; i < nodes.size(); i++) {
            CurveNode here = nodes.get(i);
            CurveNode left = finiteOr(here, nodes, i - 1);
            CurveNode right = finiteOr(here, nodes, i + 1);
            if (here.isFinite() && !better(left, here) && !better(right, here)) {
                addBetween(left, here, all);
                addBetween(here, right, all);
            }
        }
        return all;
    }

    private boolean better(CurveNode a, CurveNode b) {
        return goal == GoalType.MINIMIZE ? a.value() < b.value() : a.value() > b.value();
    }

    private static CurveNode finiteOr(CurveNode here, List<CurveNode> nodes, int index) {
        boolean usable = index >= 0 && index < nodes.size() && nodes.get(index).isFinite();
        return usable ? nodes.get(index) : here;
    }

    private void addBetween(CurveNode left, CurveNode right, List<CurveNode> all) {
        if (!(Math.nextUp(left.x()) < right.x())) {
            return;
        }
        double absolute = Math.max(Double.MIN_NORMAL, BRACKET_TOLERANCE * (right.x() - left.x()));
        double worst = goal == GoalType.MINIMIZE ? Double.MAX_VALUE : -Double.MAX_VALUE;
        UnivariatePointValuePair found = new BrentOptimizer(TOLERANCE, absolute)
                .optimize(
                        new MaxEval(EVALUATIONS),
                        new UnivariateObjectiveFunction(x -> {
                            double value = function.applyAsDouble(x);
                            return Double.isFinite(value) ? value : worst;
                        }),
                        goal,
                        new SearchInterval(left.x(), right.x()));
        CurveNode node = new CurveNode(found.getPoint(), found.getValue());
        if (better(node, left) && better(node, right) && node.x() > left.x() && node.x() < right.x()) {
            all.add(node);
        }
    }
}
