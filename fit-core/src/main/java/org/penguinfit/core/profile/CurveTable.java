package org.penguinfit.core.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Convergence;
import org.penguinfit.core.objective.EvaluationCount;

/** A profile as numbers, which a checkpoint can keep: written and read in one order. */
final class CurveTable {
    private static final List<Convergence> STATES = List.of(Convergence.values());

    private CurveTable() {}

    static double[] write(ProfileCurve curve) {
        Writer out = new Writer();
        out.add(curve.parameter(), curve.range().lower(), curve.range().upper(), curve.reference());
        out.add(curve.failedPoints(), curve.excludedPoints(), curve.lowerMinimumAdopted() ? 1 : 0);
        EvaluationCount cost = curve.evaluations();
        out.add((double) cost.values(), (double) cost.gradients(), (double) cost.hessians());
        out.addPoints(curve.points());
        out.addPoints(curve.minima());
        out.add(curve.intervals().size());
        for (IntervalSet set : curve.intervals()) {
            out.add(set.segments().size());
            for (Interval segment : set.segments()) {
                out.add(segment.lower(), segment.upper());
            }
        }
        return out.toArray();
    }

    static ProfileCurve read(double[] table, int parameters, String method) {
        Reader in = new Reader(table, parameters);
        int parameter = in.count();
        Interval range = new Interval(in.next(), in.next());
        double reference = in.next();
        int failed = in.count();
        int excluded = in.count();
        boolean adopted = in.next() != 0.0;
        EvaluationCount cost = new EvaluationCount(in.count(), in.count(), in.count());
        List<ProfilePoint> points = in.points();
        List<ProfilePoint> minima = in.points();
        List<IntervalSet> sets = new ArrayList<>();
        int count = in.count();
        for (int k = 0; k < count; k++) {
            sets.add(in.set());
        }
        return new ProfileCurve(
                parameter, range, points, minima, reference, sets, failed, excluded, adopted, method, cost);
    }

    /** Numbers in a growing array. */
    private static final class Writer {
        private double[] numbers = new double[256];
        private int size;

        void add(double... more) {
            if (size + more.length > numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * (size + more.length));
            }
            System.arraycopy(more, 0, numbers, size, more.length);
            size += more.length;
        }

        void addPoints(List<ProfilePoint> points) {
            add(points.size());
            for (ProfilePoint point : points) {
                add(point.x(), point.value(), STATES.indexOf(point.status()));
                add(point.point().toArray());
            }
        }

        double[] toArray() {
            return Arrays.copyOf(numbers, size);
        }
    }

    /** The same numbers, one after another. */
    private static final class Reader {
        private final double[] numbers;
        private final int parameters;
        private int at;

        Reader(double[] numbers, int parameters) {
            this.numbers = numbers;
            this.parameters = parameters;
        }

        double next() {
            return numbers[at++];
        }

        int count() {
            return (int) next();
        }

        List<ProfilePoint> points() {
            List<ProfilePoint> points = new ArrayList<>();
            int count = count();
            for (int k = 0; k < count; k++) {
                double x = next();
                double value = next();
                Convergence status = STATES.get(count());
                points.add(new ProfilePoint(
                        x, value, Vector.of(Arrays.copyOfRange(numbers, at, at + parameters)), status));
                at += parameters;
            }
            return points;
        }

        IntervalSet set() {
            List<Interval> segments = new ArrayList<>();
            int count = count();
            for (int k = 0; k < count; k++) {
                segments.add(new Interval(next(), next()));
            }
            return IntervalSet.of(segments);
        }
    }
}
