package org.penguinfit.core.contour;

import org.penguinfit.core.linalg.Vector;

/**
 * A boundary curve of a region of two parameters, with the region on its left: outer boundaries run counter-clockwise,
 * holes clockwise.
 *
 * @param xs first parameter along the curve; the last point is joined to the first when the curve is closed
 * @param ys second parameter along the curve
 * @param closed whether the curve came back to its start
 * @param clipped whether parts of it run along the limits of the parameters, where the profile is below the threshold
 */
public record ContourCurve(Vector xs, Vector ys, boolean closed, boolean clipped) {
    /** Requires as many x as y. */
    public ContourCurve {
        if (xs.size() != ys.size()) {
            throw new IllegalArgumentException("a curve has " + xs.size() + " x and " + ys.size() + " y");
        }
    }

    /** Number of points. */
    public int size() {
        return xs.size();
    }

    /** The area to its left by the polygon through its points: positive for an outer boundary, negative for a hole. */
    public double signedArea() {
        double sum = 0.0;
        for (int k = 0; k < size(); k++) {
            int next = (k + 1) % size();
            sum += (xs.get(k) - xs.get(0)) * (ys.get(next) - ys.get(0));
            sum -= (xs.get(next) - xs.get(0)) * (ys.get(k) - ys.get(0));
        }
        return 0.5 * sum;
    }

    /** Whether this is the boundary of a hole. */
    public boolean isHole() {
        return signedArea() < 0.0;
    }

    /** How often the polygon winds around the point, counter-clockwise positive: 1 within, 0 outside, −1 within a hole. */
    public int windingNumber(double x, double y) {
        int winding = 0;
        for (int k = 0; k < size(); k++) {
            int next = (k + 1) % size();
            boolean below = ys.get(k) <= y;
            boolean nextBelow = ys.get(next) <= y;
            if (below != nextBelow) {
                double side =
                        (xs.get(next) - xs.get(k)) * (y - ys.get(k)) - (x - xs.get(k)) * (ys.get(next) - ys.get(k));
                winding += below && side > 0.0 ? 1 : 0;
                winding -= nextBelow && side < 0.0 ? 1 : 0;
            }
        }
        return winding;
    }
}
