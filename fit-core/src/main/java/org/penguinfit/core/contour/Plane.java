package org.penguinfit.core.contour;

import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.profile.ConditionalMinimizer;

/**
 * The plane of two held parameters in scaled coordinates u = x/scaleₓ, v = y/scale_y, its box, and the profile above it:
 * value, gradient and curvature at the point last visited.
 */
final class Plane {
    /** Corners in counter-clockwise order: (low, low), (high, low), (high, high), (low, high). Edge e leaves corner e. */
    static final int EDGES = 4;

    private final ConditionalMinimizer path;
    private final Rivals rivals;
    private final double scaleX;
    private final double scaleY;
    final double lowU;
    final double highU;
    final double lowV;
    final double highV;
    double u;
    double v;
    /** Profile minus threshold. */
    double excess;

    double gradU;
    double gradV;
    private final double threshold;

    Plane(
            ConditionalMinimizer path,
            Rivals rivals,
            Interval box,
            Interval boxY,
            double scaleX,
            double scaleY,
            double threshold) {
        this.path = path;
        this.rivals = rivals;
        this.scaleX = scaleX;
        this.scaleY = scaleY;
        this.lowU = box.lower() / scaleX;
        this.highU = box.upper() / scaleX;
        this.lowV = boxY.lower() / scaleY;
        this.highV = boxY.upper() / scaleY;
        this.threshold = threshold;
    }

    double x(double atU) {
        return atU * scaleX;
    }

    double y(double atV) {
        return atV * scaleY;
    }

    double toU(double x) {
        return x / scaleX;
    }

    double toV(double y) {
        return y / scaleY;
    }

    boolean isInside(double atU, double atV) {
        return atU >= lowU && atU <= highU && atV >= lowV && atV <= highV;
    }

    /** Starts a branch at a full point. */
    boolean startAt(double[] point, double atU, double atV) {
        path.startAt(point);
        return visit(atU, atV);
    }

    /** Follows the branch to a point of the box; false where there is no minimum or no gradient. */
    boolean visit(double atU, double atV) {
        u = atU;
        v = atV;
        path.moveTo(atU * scaleX, atV * scaleY);
        excess = path.value() - threshold;
        gradU = path.slope(0) * scaleX;
        gradV = path.slope(1) * scaleY;
        return path.isUsable() && path.hasDerivatives() && Double.isFinite(gradU) && Double.isFinite(gradV);
    }

    /** Another branch below the threshold here: its value minus the threshold, +∞ when none is known. */
    double rivalExcess() {
        return rivals.lowest(u * scaleX, v * scaleY, path.point()) - threshold;
    }

    /** Goes over to the branch that {@link #rivalExcess} found; false when it cannot be followed. */
    boolean switchToRival() {
        return startAt(rivals.point(), u, v);
    }

    double gradient() {
        return Math.hypot(gradU, gradV);
    }

    /** Curvature of the level curve, positive where it bends to its left, with the lower side on the left. */
    double levelCurvature() {
        double norm = gradient();
        double tu = -gradV / norm;
        double tv = gradU / norm;
        double uu = path.curvature(0, 0) * scaleX * scaleX;
        double uv = path.curvature(0, 1) * scaleX * scaleY;
        double vv = path.curvature(1, 1) * scaleY * scaleY;
        return (tu * tu * uu + 2.0 * tu * tv * uv + tv * tv * vv) / norm;
    }

    double[] point() {
        return path.point();
    }

    double tolerance(double delta) {
        return 1e-10 * delta + 64.0 * Math.ulp(Math.abs(threshold));
    }

    /** The edge on which a point lies, the one that starts there at a corner; −1 inside. */
    int edgeOf(double atU, double atV) {
        if (atV <= lowV && atU < highU) {
            return 0;
        }
        if (atU >= highU && atV < highV) {
            return 1;
        }
        if (atV >= highV && atU > lowU) {
            return 2;
        }
        return atU <= lowU ? 3 : -1;
    }

    static double edgeU(int edge) {
        return edge == 0 ? 1.0 : edge == 2 ? -1.0 : 0.0;
    }

    static double edgeV(int edge) {
        return edge == 1 ? 1.0 : edge == 3 ? -1.0 : 0.0;
    }

    /** How far edge {@code e} goes on from a point on it. */
    double edgeLeft(int edge, double atU, double atV) {
        return switch (edge) {
            case 0 -> highU - atU;
            case 1 -> highV - atV;
            case 2 -> atU - lowU;
            default -> atV - lowV;
        };
    }

    double clampU(double atU) {
        return Math.max(lowU, Math.min(highU, atU));
    }

    double clampV(double atV) {
        return Math.max(lowV, Math.min(highV, atV));
    }
}
