package org.penguinfit.core.interval;

/**
 * A known point of a curve.
 *
 * @param x position, finite
 * @param value value there; +∞ where the curve is excluded
 */
public record CurveNode(double x, double value) {
    /** Requires a finite position and a value that is a number. */
    public CurveNode {
        if (!Double.isFinite(x) || Double.isNaN(value)) {
            throw new IllegalArgumentException("a node needs a finite x and a value, found (" + x + ", " + value + ")");
        }
    }

    /** Whether the value is finite. */
    public boolean isFinite() {
        return Double.isFinite(value);
    }
}
