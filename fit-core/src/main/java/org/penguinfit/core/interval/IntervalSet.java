package org.penguinfit.core.interval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A finite union of closed intervals, kept sorted and disjoint: intervals that overlap or touch become one segment. */
public final class IntervalSet {
    /** The empty set. */
    public static final IntervalSet EMPTY = new IntervalSet(List.of());

    private final List<Interval> segments;

    private IntervalSet(List<Interval> segments) {
        this.segments = segments;
    }

    /** The union of these intervals. */
    public static IntervalSet of(Interval... intervals) {
        return of(List.of(intervals));
    }

    /** The union of these intervals, in any order. */
    public static IntervalSet of(List<Interval> intervals) {
        List<Interval> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparingDouble(Interval::lower));
        List<Interval> merged = new ArrayList<>();
        for (Interval next : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && next.lower() <= merged.get(last).upper()) {
                Interval open = merged.get(last);
                merged.set(last, new Interval(open.lower(), Math.max(open.upper(), next.upper())));
            } else {
                merged.add(next);
            }
        }
        return new IntervalSet(List.copyOf(merged));
    }

    /** The disjoint segments, ascending. */
    public List<Interval> segments() {
        return segments;
    }

    /** Lower and upper end of each segment, ascending. */
    public List<Double> ends() {
        List<Double> ends = new ArrayList<>();
        for (Interval segment : segments) {
            ends.add(segment.lower());
            ends.add(segment.upper());
        }
        return ends;
    }

    /** Whether there is no segment. */
    public boolean isEmpty() {
        return segments.isEmpty();
    }

    /** Whether {@code x} lies in a segment, ends included. */
    public boolean contains(double x) {
        for (Interval segment : segments) {
            if (segment.contains(x)) {
                return true;
            }
        }
        return false;
    }

    /** All points of either set. */
    public IntervalSet union(IntervalSet other) {
        List<Interval> all = new ArrayList<>(segments);
        all.addAll(other.segments);
        return of(all);
    }

    /** All points of both sets; segments that only touch share a point. */
    public IntervalSet intersect(IntervalSet other) {
        List<Interval> common = new ArrayList<>();
        for (Interval a : segments) {
            for (Interval b : other.segments) {
                double lower = Math.max(a.lower(), b.lower());
                double upper = Math.min(a.upper(), b.upper());
                if (lower <= upper) {
                    common.add(new Interval(lower, upper));
                }
            }
        }
        return of(common);
    }

    /**
     * The closure of what {@code range} holds beyond this set: closed segments that share their inner ends with this set.
     * An isolated point of this set leaves no trace, as the closure covers it.
     */
    public IntervalSet complementWithin(Interval range) {
        List<Interval> gaps = new ArrayList<>();
        double from = range.lower();
        for (Interval segment : segments) {
            double to = Math.min(segment.lower(), range.upper());
            if (to > from) {
                gaps.add(new Interval(from, to));
            }
            from = Math.max(from, segment.upper());
        }
        if (from < range.upper() || (segments.isEmpty() && from == range.upper())) {
            gaps.add(new Interval(from, range.upper()));
        }
        return of(gaps);
    }

    /** Total length of all segments. */
    public double length() {
        double sum = 0.0;
        for (Interval segment : segments) {
            sum += segment.length();
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntervalSet that && segments.equals(that.segments);
    }

    @Override
    public int hashCode() {
        return segments.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Interval segment : segments) {
            text.append(text.length() == 0 ? "" : " ∪ ")
                    .append('[')
                    .append(segment.lower())
                    .append(", ")
                    .append(segment.upper())
                    .append(']');
        }
        return text.length() == 0 ? "∅" : text.toString();
    }
}
