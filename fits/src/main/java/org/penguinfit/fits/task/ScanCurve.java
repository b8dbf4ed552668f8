package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
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
    /** Straight lines between points stay this close to the curve, as a part of the highest level. */
    private static final double TOLERANCE = 0.002;

    private static final int MOST_HALVINGS = 7;
    /** A picture shows Δχ² up to about this multiple of the highest level; above it a coarse curve will do. */
    private static final double SHOWN = 3;

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
        TreeMap<Double, Double> points = new TreeMap<>();
        for (int i = 0; i <= FIRST_STEPS; i++) {
            add(points, function, range.lower() + i * (range.length() / FIRST_STEPS));
        }
        for (double knot : knots) {
            add(points, function, Math.max(range.lower(), Math.min(range.upper(), knot)));
        }
        List<Double> coarse = new ArrayList<>(points.keySet());
        for (int i = 1; i < coarse.size(); i++) {
            refine(points, function, coarse.get(i - 1), coarse.get(i), highest, MOST_HALVINGS);
        }
        double[] x = points.keySet().stream().mapToDouble(v -> v).toArray();
        double[] y = points.values().stream().mapToDouble(v -> v).toArray();
        return new ScanCurve(Vector.of(x), Vector.of(y));
    }

    private static double add(Map<Double, Double> points, DoubleUnaryOperator function, double x) {
        return points.computeIfAbsent(x, at -> Math.max(0, function.applyAsDouble(at)));
    }

    private static void refine(
            Map<Double, Double> points,
            DoubleUnaryOperator function,
            double from,
            double to,
            double highest,
            int halvings) {
        double left = add(points, function, from);
        double right = add(points, function, to);
        double middle = (from + to) / 2;
        double value = Math.max(0, function.applyAsDouble(middle));
        boolean hidden = Math.min(value, Math.min(left, right)) > SHOWN * highest;
        boolean straight = Math.abs(value - (left + right) / 2) <= TOLERANCE * highest;
        if (halvings == 0 || hidden || straight || Double.isNaN(value)) {
            return;
        }
        points.put(middle, value);
        refine(points, function, from, middle, highest, halvings - 1);
        refine(points, function, middle, to, highest, halvings - 1);
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
