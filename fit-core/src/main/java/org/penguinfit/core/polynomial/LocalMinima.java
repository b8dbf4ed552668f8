package org.penguinfit.core.polynomial;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.Interval;

/** Finds all local minima in a chain of monotone segments: points and plateaus with nothing lower beside them. */
final class LocalMinima {
    private final List<MonotoneSegment> chain;
    private final List<Stationary> found = new ArrayList<>();

    private LocalMinima(List<MonotoneSegment> chain) {
        this.chain = chain;
    }

    static List<Stationary> of(List<MonotoneSegment> chain) {
        LocalMinima search = new LocalMinima(chain);
        for (int k = 0; k <= chain.size(); k++) {
            search.considerPoint(search.segment(k - 1), search.segment(k));
            if (k < chain.size() && search.startsPlateau(k)) {
                search.considerPlateau(k);
            }
        }
        return List.copyOf(search.found);
    }

    private @Nullable MonotoneSegment segment(int k) {
        return k >= 0 && k < chain.size() ? chain.get(k) : null;
    }

    private static boolean isFlat(@Nullable MonotoneSegment segment) {
        return segment != null && !segment.excluded() && segment.direction() == 0;
    }

    private static double rounding(@Nullable MonotoneSegment segment) {
        return segment == null ? 0.0 : segment.rounding();
    }

    private static double endOf(@Nullable MonotoneSegment left) {
        return left == null ? Double.POSITIVE_INFINITY : left.right();
    }

    private static double startOf(@Nullable MonotoneSegment right) {
        return right == null ? Double.POSITIVE_INFINITY : right.left();
    }

    private static boolean continuous(double a, double b, double rounding) {
        return a == b || Math.abs(a - b) <= rounding;
    }

    /** The point between two segments: lowest where the left falls or stands higher, and the right likewise. */
    private void considerPoint(@Nullable MonotoneSegment left, @Nullable MonotoneSegment right) {
        double leftValue = endOf(left);
        double rightValue = startOf(right);
        double value = Math.min(leftValue, rightValue);
        double rounding = rounding(left) + rounding(right);
        boolean leftWall = !continuous(leftValue, value, rounding);
        boolean rightWall = !continuous(rightValue, value, rounding);
        boolean fallsTo = leftWall || (left != null && left.direction() < 0);
        boolean risesFrom = rightWall || (right != null && right.direction() > 0);
        if (Double.isFinite(value) && fallsTo && risesFrom) {
            double x = right != null && rightValue <= leftValue ? right.from() : left != null ? left.to() : Double.NaN;
            Stationary.Kind kind = leftWall || rightWall ? Stationary.Kind.EDGE : Stationary.Kind.INTERIOR;
            found.add(new Stationary(x, value, kind, new Interval(x, x)));
        }
    }

    private boolean startsPlateau(int k) {
        MonotoneSegment here = chain.get(k);
        MonotoneSegment before = segment(k - 1);
        return isFlat(here)
                && !(isFlat(before) && continuous(endOf(before), here.left(), rounding(before) + here.rounding()));
    }

    private void considerPlateau(int first) {
        int last = first;
        while (isFlat(segment(last + 1))
                && continuous(
                        chain.get(last).right(),
                        startOf(segment(last + 1)),
                        chain.get(last).rounding() + rounding(segment(last + 1)))) {
            last++;
        }
        double value = chain.get(first).left();
        MonotoneSegment left = segment(first - 1);
        MonotoneSegment right = segment(last + 1);
        double rounding = chain.get(first).rounding() + rounding(left) + rounding(right);
        boolean lowerThanLeft = endOf(left) > value + rounding
                || (left != null && left.direction() < 0 && continuous(endOf(left), value, rounding));
        boolean lowerThanRight = startOf(right) > value + rounding
                || (right != null && right.direction() > 0 && continuous(startOf(right), value, rounding));
        if (lowerThanLeft && lowerThanRight) {
            Interval where =
                    new Interval(chain.get(first).from(), chain.get(last).to());
            found.add(new Stationary(middle(where), value, Stationary.Kind.PLATEAU, where));
        }
    }

    private static double middle(Interval where) {
        if (where.isFinite()) {
            return 0.5 * where.lower() + 0.5 * where.upper();
        }
        if (Double.isFinite(where.lower())) {
            return where.lower();
        }
        return Double.isFinite(where.upper()) ? where.upper() : 0.0;
    }
}
