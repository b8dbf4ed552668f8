package org.penguinfit.core.interval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/** Points of a curve of Δχ², closer where it bends, so that straight lines between them follow it. */
public final class CurveSampling {
    /** Straight lines between points stay this close to the curve, as a part of the highest level. */
    private static final double TOLERANCE = 0.002;

    /** Finds the bend beside a point that belongs to a feature of a millionth of the distance to its neighbour. */
    private static final int MOST_HALVINGS = 20;

    /** A picture shows Δχ² up to about this multiple of the highest level; above it a coarse curve will do. */
    private static final double SHOWN = 3;

    private final DoubleUnaryOperator function;
    private final double highest;
    private final TreeMap<Double, CurveNode> points = new TreeMap<>();

    private CurveSampling(DoubleUnaryOperator function, double highest) {
        this.function = function;
        this.highest = highest;
    }

    /**
     * The curve at its knots and at as many points between them as it needs, ascending in x.
     *
     * @param function Δχ²; may be infinite
     * @param knots finite points that belong to the curve: its ends, its minima, and some between
     * @param highest the highest level of interest, positive
     */
    public static List<CurveNode> of(DoubleUnaryOperator function, Collection<Double> knots, double highest) {
        CurveSampling sampling = new CurveSampling(function, highest);
        CurveNode last = null;
        for (double knot : new TreeSet<>(knots)) {
            CurveNode node = sampling.at(knot);
            sampling.points.put(knot, node);
            if (last != null) {
                sampling.refine(last, node, MOST_HALVINGS);
            }
            last = node;
        }
        return new ArrayList<>(sampling.points.values());
    }

    private CurveNode at(double x) {
        double value = function.applyAsDouble(x);
        return new CurveNode(x, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
    }

    private void refine(CurveNode left, CurveNode right, int halvings) {
        double x = left.x() + (right.x() - left.x()) / 2;
        if (halvings == 0 || x == left.x() || x == right.x()) {
            return;
        }
        CurveNode middle = at(x);
        boolean hidden = Math.min(middle.value(), Math.min(left.value(), right.value())) > SHOWN * highest;
        if (hidden || (isOnLine(middle, left, right) && areQuartersOnLine(left, right))) {
            return;
        }
        points.put(x, middle);
        refine(left, middle, halvings - 1);
        refine(middle, right, halvings - 1);
    }

    /** Where the curve turns from bending one way to the other, its middle alone may lie on the line by chance. */
    private boolean areQuartersOnLine(CurveNode left, CurveNode right) {
        double quarter = (right.x() - left.x()) / 4;
        return isOnLine(at(left.x() + quarter), left, right) && isOnLine(at(right.x() - quarter), left, right);
    }

    private boolean isOnLine(CurveNode node, CurveNode left, CurveNode right) {
        double part = (node.x() - left.x()) / (right.x() - left.x());
        double line = (1 - part) * left.value() + part * right.value();
        return Math.abs(node.value() - line) <= TOLERANCE * highest;
    }
}
