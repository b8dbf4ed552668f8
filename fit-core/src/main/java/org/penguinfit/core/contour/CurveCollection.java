package org.penguinfit.core.contour;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.core.linalg.Vector;

/** The curves of a region, each started where no other passes. */
final class CurveCollection {
    /** Distance, in units of the half-width, within which a point lies on a curve: a few times the sag of its polygon. */
    private static final double ON_CURVE = 4.0 * CurveFollower.LONGEST_STEP * CurveFollower.TURN / 8.0;

    private static final double RAY_STEP = 0.05;
    private static final int RAY_STEPS = 200;
    private static final int ROOT_STEPS = 100;
    private static final int BRANCHES = 10;

    private final Plane plane;
    private final double delta;
    private final double tolerance;
    private final List<ContourCurve> curves = new ArrayList<>();

    CurveCollection(Plane plane, double delta) {
        this.plane = plane;
        this.delta = delta;
        this.tolerance = plane.tolerance(delta);
    }

    List<ContourCurve> curves() {
        return curves;
    }

    /** Goes from a point below the threshold along the axes until the boundary of its branch, and follows that. */
    void startFrom(double[] point, double x, double y) {
        double u = plane.toU(x);
        double v = plane.toV(y);
        for (int e = 0; e < Plane.EDGES; e++) {
            if (!plane.isInside(u, v) || !plane.startAt(point, u, v) || plane.excess >= 0.0) {
                return;
            }
            if (shoot(u, v, RAY_STEP * Plane.edgeU(e), RAY_STEP * Plane.edgeV(e))) {
                followUnlessKnown();
                return;
            }
        }
    }

    /** Steps outward to beyond the threshold and solves for it; false when the box, or no minimum, comes first. */
    private boolean shoot(double startU, double startV, double stepU, double stepV) {
        double u = startU;
        double v = startV;
        for (int i = 0; i < RAY_STEPS; i++) {
            double nextU = u + stepU;
            double nextV = v + stepV;
            if (!plane.isInside(nextU, nextV) || !plane.visit(nextU, nextV)) {
                return false;
            }
            if (plane.excess > 0.0) {
                if (!solve(u, v, nextU, nextV)) {
                    return false;
                }
                if (plane.rivalExcess() >= -tolerance) {
                    return true;
                }
                if (!plane.switchToRival()) {
                    return false;
                }
                nextU = plane.u;
                nextV = plane.v;
            }
            u = nextU;
            v = nextV;
        }
        return false;
    }

    /** Starts a curve between neighbours of a grid, following the branch of the one below the threshold. */
    void startBetween(GridPoint below, GridPoint above) {
        double u = plane.toU(below.x());
        double v = plane.toV(below.y());
        double toU = plane.toU(above.x());
        double toV = plane.toV(above.y());
        boolean started = plane.isInside(u, v) && plane.startAt(below.point().toArray(), u, v) && plane.excess <= 0.0;
        for (int branch = 0; started && branch < BRANCHES; branch++) {
            double fromU = plane.u;
            double fromV = plane.v;
            boolean solved = plane.isInside(toU, toV)
                    && plane.visit(toU, toV)
                    && plane.excess >= 0.0
                    && solve(fromU, fromV, toU, toV);
            if (!solved) {
                return;
            }
            if (plane.rivalExcess() >= -tolerance) {
                followUnlessKnown();
                return;
            }
            started = plane.switchToRival();
        }
    }

    /** The threshold between a point below and one above, where the plane is, by Newton within the bracket. */
    private boolean solve(double belowU, double belowV, double aboveU, double aboveV) {
        double low = 0.0;
        double high = 1.0;
        double at = 1.0;
        for (int i = 0; i < ROOT_STEPS; i++) {
            if (Math.abs(plane.excess) <= tolerance) {
                return true;
            }
            if (plane.excess > 0.0) {
                high = at;
            } else {
                low = at;
            }
            double slope = plane.gradU * (aboveU - belowU) + plane.gradV * (aboveV - belowV);
            double next = at - plane.excess / slope;
            at = next > low && next < high ? next : 0.5 * (low + high);
            if (!plane.visit(belowU + at * (aboveU - belowU), belowV + at * (aboveV - belowV))) {
                return false;
            }
        }
        return false;
    }

    private void followUnlessKnown() {
        if (isOnAny(plane.u, plane.v) || !(plane.gradient() > 0.0)) {
            return;
        }
        ContourCurve curve = new CurveFollower(plane, delta).follow();
        if (curve.size() > 2 && !isKnown(curve)) {
            curves.add(curve);
        }
    }

    /** Whether all points of a curve lie on one that is known. */
    private boolean isKnown(ContourCurve curve) {
        for (ContourCurve known : curves) {
            boolean all = true;
            for (int k = 0; all && k < curve.size(); k++) {
                all = distance(
                                known,
                                plane.toU(curve.xs().get(k)),
                                plane.toV(curve.ys().get(k)))
                        <= ON_CURVE;
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    /** Whether a point lies on a curve, up to the sag of its polygon. */
    boolean isOnCurve(double x, double y) {
        return isOnAny(plane.toU(x), plane.toV(y));
    }

    private boolean isOnAny(double u, double v) {
        for (ContourCurve curve : curves) {
            if (distance(curve, u, v) <= ON_CURVE) {
                return true;
            }
        }
        return false;
    }

    /** Distance of a point from the polygon. */
    private double distance(ContourCurve curve, double u, double v) {
        double nearest = Double.POSITIVE_INFINITY;
        int n = curve.size();
        for (int k = 0; k < n; k++) {
            int next = (k + 1) % n;
            double au = plane.toU(curve.xs().get(k)) - u;
            double av = plane.toV(curve.ys().get(k)) - v;
            double du = plane.toU(curve.xs().get(next)) - u - au;
            double dv = plane.toV(curve.ys().get(next)) - v - av;
            double squared = du * du + dv * dv;
            double t = squared > 0.0 ? Math.max(0.0, Math.min(1.0, -(au * du + av * dv) / squared)) : 0.0;
            nearest = Math.min(nearest, Math.hypot(au + t * du, av + t * dv));
        }
        return nearest;
    }

    /** A region without any boundary within a finite box is the box. */
    void addBoxIfAllBelow(ProfileGrid grid, double threshold) {
        double lowX = grid.xs().get(0);
        double highX = grid.xs().get(grid.xs().size() - 1);
        double lowY = grid.ys().get(0);
        double highY = grid.ys().get(grid.ys().size() - 1);
        boolean allBelow = grid.points().stream().allMatch(point -> point.value() <= threshold);
        if (allBelow) {
            boolean isBox = plane.toU(lowX) == plane.lowU
                    && plane.toU(highX) == plane.highU
                    && plane.toV(lowY) == plane.lowV
                    && plane.toV(highY) == plane.highV;
            curves.add(new ContourCurve(
                    Vector.of(lowX, highX, highX, lowX), Vector.of(lowY, lowY, highY, highY), isBox, true));
        }
    }
}
