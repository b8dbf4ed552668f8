package org.penguinfit.core.toy;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.parameter.Bounds;

/** The first crossing of a level on one side of a minimum, by doubling steps and a bracketed root. */
final class ProfileEnds {
    private static final double ACCURACY = 1e-9;
    private static final int CALLS = 200;
    private static final int DOUBLINGS = 60;

    private ProfileEnds() {}

    /**
     * The first place where a function that is not positive at {@code from} becomes positive, or the bound in that
     * direction.
     *
     * @param step first step, signed, not 0
     * @throws IllegalStateException when the function stays negative far out
     */
    static double end(DoubleUnaryOperator excess, double from, double step, Bounds bounds) {
        double inside = from;
        double stride = step;
        for (int k = 0; k < DOUBLINGS; k++) {
            double next = bounds.clamp(inside + stride);
            if (next == inside) {
                return inside;
            }
            if (excess.applyAsDouble(next) > 0.0) {
                double accuracy = ACCURACY * Math.abs(step);
                return new BracketingNthOrderBrentSolver(ACCURACY, accuracy, 5)
                        .solve(CALLS, excess::applyAsDouble, Math.min(inside, next), Math.max(inside, next));
            }
            inside = next;
            stride *= 1.5;
        }
        throw new IllegalStateException("the profile does not rise by the level");
    }

    /** The part of an interval within bounds. */
    static IntervalSet clip(Interval interval, Bounds bounds) {
        double lower = Math.max(interval.lower(), bounds.lower());
        double upper = Math.min(interval.upper(), bounds.upper());
        return lower <= upper ? IntervalSet.of(new Interval(lower, upper)) : IntervalSet.EMPTY;
    }
}
