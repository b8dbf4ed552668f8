package org.penguinfit.core.polynomial;

import org.penguinfit.core.interval.Interval;

/**
 * A local minimum of a piecewise polynomial.
 *
 * @param x position; the middle of a plateau, or its finite end
 * @param value value there
 * @param kind what makes it a minimum
 * @param where the plateau of a {@link Kind#PLATEAU}, else the point alone
 */
public record Stationary(double x, double value, Kind kind, Interval where) {
    /** What makes a point a local minimum. */
    public enum Kind {
        /** The function rises on both sides, smoothly or from a kink. */
        INTERIOR,
        /** The point lies at an end of the domain, at an excluded piece, or at the foot of a jump. */
        EDGE,
        /** The function is constant on an interval and nowhere lower beside it. */
        PLATEAU
    }
}
