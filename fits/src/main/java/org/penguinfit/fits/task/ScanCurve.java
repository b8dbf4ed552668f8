package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.CurveNode;
import org.penguinfit.core.interval.CurveSampling;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.profile.ProfileCurve;
import org.penguinfit.core.profile.ProfilePoint;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;

/**
 * Δχ² along one parameter as a list of points.
 *
 * @param x ascending
 * @param deltaChi2 above the lowest minimum, same length
 */
record ScanCurve(Vector x, Vector deltaChi2) {
    static final ScanCurve EMPTY = new ScanCurve(Vector.of(), Vector.of());

    private static final int FIRST_STEPS = 24;
    /** The points of a profile. */
    static ScanCurve of(ProfileCurve curve) {
        List<ProfilePoint> points = curve.points();
        double[] x = new double[points.size()];
        double[] y = new double[points.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = points.get(i).x();
            y[i] = points.get(i).value() - curve.reference();
        }
        return new ScanCurve(Vector.of(x), Vector.of(y));
    }

    /**
     * Samples a function, closer where it bends.
     *
     * @param function Δχ²; may be infinite
     * @param range finite
     * @param knots points that belong to the curve, such as minima
     * @param highest the highest level of interest
     */
    static ScanCurve sample(DoubleUnaryOperator function, Interval range, List<Double> knots, double highest) {
        List<Double> wanted = new ArrayList<>();
        for (int i = 0; i <= FIRST_STEPS; i++) {
            wanted.add(range.lower() + i * (range.length() / FIRST_STEPS));
        }
        for (double knot : knots) {
            wanted.add(Math.max(range.lower(), Math.min(range.upper(), knot)));
        }
        List<CurveNode> nodes = CurveSampling.of(at -> Math.max(0, function.applyAsDouble(at)), wanted, highest);
        return new ScanCurve(
                Vector.of(nodes.stream().mapToDouble(CurveNode::x).toArray()),
                Vector.of(nodes.stream().mapToDouble(CurveNode::value).toArray()));
    }

    /** Rows of {@link #table}. */
    List<List<@Nullable Object>> rows(String parameter) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) {
            rows.add(List.of(parameter, x.get(i), deltaChi2.get(i)));
        }
        return rows;
    }

    /** Curves of several parameters as a block for scripts and pictures. */
    static ResultBlock table(List<List<@Nullable Object>> rows) {
        List<Column> columns = List.of(
                new Column("parameter", "parameter"), new Column("value", "value"), new Column("deltaChi2", "Δχ²"));
        return new ResultBlock.Table("scan", "Profiles", columns, rows, false);
    }
}
