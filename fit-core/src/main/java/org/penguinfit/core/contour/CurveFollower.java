package org.penguinfit.core.contour;

import java.util.Arrays;
import org.penguinfit.core.linalg.Vector;

/**
 * Follows one boundary curve of the region below a threshold: predictor–corrector along the level curve of the profile (E.
 * Allgower and K. Georg, Numerical Continuation Methods, 1990, chapter 2), with a step that turns by a fixed angle; where the
 * curve meets the box, along the box to where the profile passes the threshold again. The region stays on the left.
 */
final class CurveFollower {
    /** Turn of the curve per step in radians: some 60 points for an ellipse. */
    static final double TURN = 0.1;
    /** Longest step and first step, in units of the half-width of the region. */
    static final double LONGEST_STEP = 0.15;

    private static final double SHORTEST_STEP = 1e-7;
    private static final double EDGE_STEP = 0.08;

    /** How closely the point is found where the curve turns from one branch of the profile to another. */
    private static final double KINK = 1e-6;

    private static final int POINTS = 20000;
    private static final int CORRECTIONS = 8;
    private static final int ROOT_STEPS = 100;
    /** Points closer than this are the same. */
    private static final double SAME = 1e-7;

    private final Plane plane;
    private final double tolerance;
    private double[] us = new double[128];
    private double[] vs = new double[128];
    private int count;
    private boolean clipped;

    CurveFollower(Plane plane, double delta) {
        this.plane = plane;
        this.tolerance = plane.tolerance(delta);
    }

    /** Follows from a point of the curve, which the plane has just visited. */
    ContourCurve follow() {
        count = 0;
        clipped = false;
        boolean closed = run();
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int k = 0; k < count; k++) {
            xs[k] = plane.x(us[k]);
            ys[k] = plane.y(vs[k]);
        }
        return new ContourCurve(Vector.of(xs), Vector.of(ys), closed, clipped);
    }

    private boolean run() {
        add(plane.u, plane.v);
        double startTangentU = -plane.gradV / plane.gradient();
        double startTangentV = plane.gradU / plane.gradient();
        double step = LONGEST_STEP;
        while (count < POINTS) {
            double tangentU = -plane.gradV / plane.gradient();
            double tangentV = plane.gradU / plane.gradient();
            if (leaves(tangentU, tangentV)) {
                if (count > 2 && Math.hypot(plane.u - us[0], plane.v - vs[0]) < SAME) {
                    count--;
                    return true;
                }
                int ended = walkTheBox();
                if (ended != GO_ON) {
                    return ended == CLOSED;
                }
                continue;
            }
            double curvature = plane.levelCurvature();
            step = Math.min(2.0 * step, Math.min(LONGEST_STEP, TURN / Math.max(Math.abs(curvature), 1e-300)));
            if (count > 2
                    && meetsStart(tangentU, tangentV, step)
                    && aligned(startTangentU, startTangentV, tangentU, tangentV)) {
                return true;
            }
            step = advance(step, curvature);
            if (step < SHORTEST_STEP) {
                return false;
            }
        }
        return false;
    }

    private static boolean aligned(double au, double av, double bu, double bv) {
        return au * bu + av * bv > 0.0;
    }

    /** Whether the start of the curve lies ahead within a step. */
    private boolean meetsStart(double tangentU, double tangentV, double step) {
        double du = us[0] - plane.u;
        double dv = vs[0] - plane.v;
        double along = du * tangentU + dv * tangentV;
        double across = Math.abs(du * tangentV - dv * tangentU);
        return along > -SAME && along <= 1.2 * step && across <= 0.3 * step;
    }

    /** Whether the direction leads out of the box from an edge. */
    private boolean leaves(double du, double dv) {
        return (plane.u <= plane.lowU && du < 0.0)
                || (plane.u >= plane.highU && du > 0.0)
                || (plane.v <= plane.lowV && dv < 0.0)
                || (plane.v >= plane.highV && dv > 0.0);
    }

    /** Takes a step along the curve, shortened as often as needed; gives the step taken, or one below the shortest. */
    private double advance(double wanted, double curvature) {
        double fromU = plane.u;
        double fromV = plane.v;
        double[] from = plane.point();
        double tangentU = -plane.gradV / plane.gradient();
        double tangentV = plane.gradU / plane.gradient();
        double step = wanted;
        while (step >= SHORTEST_STEP) {
            double bend = 0.5 * step * step * curvature;
            double u = fromU + step * tangentU - bend * tangentV;
            double v = fromV + step * tangentV + bend * tangentU;
            boolean reached = plane.isInside(u, v) ? correct(u, v) : meetEdge(fromU, fromV, u, v);
            if (reached && isNear(fromU, fromV, tangentU, tangentV, step)) {
                double rival = plane.rivalExcess();
                if (rival >= -tolerance || (step < KINK && plane.switchToRival() && correct(plane.u, plane.v))) {
                    add(plane.u, plane.v);
                    return step;
                }
            }
            step *= 0.5;
            plane.startAt(from, fromU, fromV);
        }
        return step;
    }

    /** Whether the corrected point lies ahead, at most about a step away, and the curve has not turned by much. */
    private boolean isNear(double fromU, double fromV, double tangentU, double tangentV, double step) {
        double du = plane.u - fromU;
        double dv = plane.v - fromV;
        double along = du * tangentU + dv * tangentV;
        double across = Math.abs(du * tangentV - dv * tangentU);
        double turned = (-plane.gradV * tangentU + plane.gradU * tangentV) / plane.gradient();
        return along > 0.0 && Math.hypot(du, dv) < 1.5 * step && across < 0.3 * step && turned > 0.9;
    }

    /** Newton steps along the gradient to the level; false when they fail or leave the box. */
    private boolean correct(double startU, double startV) {
        double u = startU;
        double v = startV;
        for (int i = 0; i < CORRECTIONS; i++) {
            if (!plane.isInside(u, v) || !plane.visit(u, v)) {
                return false;
            }
            if (Math.abs(plane.excess) <= tolerance) {
                return true;
            }
            double factor = plane.excess / (plane.gradient() * plane.gradient());
            u -= factor * plane.gradU;
            v -= factor * plane.gradV;
        }
        return false;
    }

    /** The point of the curve on the edge that the way from one point to another crosses, by Newton along the edge. */
    private boolean meetEdge(double fromU, double fromV, double toU, double toV) {
        double fraction = 1.0;
        int edge = -1;
        double[] room = {fromV - plane.lowV, plane.highU - fromU, plane.highV - fromV, fromU - plane.lowU};
        double[] way = {fromV - toV, toU - fromU, toV - fromV, fromU - toU};
        for (int e = 0; e < Plane.EDGES; e++) {
            if (way[e] > 0.0 && room[e] / way[e] <= fraction) {
                fraction = room[e] / way[e];
                edge = e;
            }
        }
        double u = plane.clampU(fromU + fraction * (toU - fromU));
        double v = plane.clampV(fromV + fraction * (toV - fromV));
        boolean alongU = edge == 0 || edge == 2;
        u = edge == 1 ? plane.highU : edge == 3 ? plane.lowU : u;
        v = edge == 0 ? plane.lowV : edge == 2 ? plane.highV : v;
        for (int i = 0; i < CORRECTIONS && edge >= 0; i++) {
            if (!plane.isInside(u, v) || !plane.visit(u, v)) {
                return false;
            }
            if (Math.abs(plane.excess) <= tolerance) {
                return true;
            }
            u -= alongU ? plane.excess / plane.gradU : 0.0;
            v -= alongU ? 0.0 : plane.excess / plane.gradV;
        }
        return false;
    }

    private static final int GO_ON = 0;
    private static final int CLOSED = 1;
    private static final int LOST = 2;
    private static final int STAY = 3;

    /** Along the box, counter-clockwise, until the profile passes the threshold; leaves the plane at that point. */
    private int walkTheBox() {
        clipped = true;
        double first = EDGE_STEP;
        boolean below = false;
        for (int i = 0; i < POINTS; i++) {
            double fromU = plane.u;
            double fromV = plane.v;
            double[] from = plane.point();
            int edge = plane.edgeOf(fromU, fromV);
            double step = Math.min(first, plane.edgeLeft(edge, fromU, fromV));
            boolean corner = step == plane.edgeLeft(edge, fromU, fromV);
            double u = corner ? cornerU(edge) : fromU + step * Plane.edgeU(edge);
            double v = corner ? cornerV(edge) : fromV + step * Plane.edgeV(edge);
            if (!plane.visit(u, v)) {
                return LOST;
            }
            if (plane.excess > 0.0 && !below) {
                first *= 0.25;
                plane.startAt(from, fromU, fromV);
                if (first < SHORTEST_STEP) {
                    return LOST;
                }
            } else if (plane.excess > 0.0) {
                int ended = cross(fromU, fromV, u, v);
                if (ended != STAY) {
                    return ended;
                }
                add(plane.u, plane.v);
            } else {
                below = true;
                first = EDGE_STEP;
                add(u, v);
                if (count > 2 && Math.hypot(u - us[0], v - vs[0]) < SAME) {
                    count--;
                    return CLOSED;
                }
            }
        }
        return LOST;
    }

    private double cornerU(int edge) {
        return edge == 0 || edge == 1 ? plane.highU : plane.lowU;
    }

    private double cornerV(int edge) {
        return edge == 1 || edge == 2 ? plane.highV : plane.lowV;
    }

    /** The crossing on an edge between a point below the threshold and one above, by Newton within the bracket. */
    private int cross(double belowU, double belowV, double aboveU, double aboveV) {
        double lengthU = aboveU - belowU;
        double lengthV = aboveV - belowV;
        double low = 0.0;
        double high = 1.0;
        double at = 1.0;
        for (int i = 0; i < ROOT_STEPS && Math.abs(plane.excess) > tolerance; i++) {
            double slope = plane.gradU * lengthU + plane.gradV * lengthV;
            double next = at - plane.excess / slope;
            at = next > low && next < high ? next : 0.5 * (low + high);
            if (!plane.visit(plane.clampU(belowU + at * lengthU), plane.clampV(belowV + at * lengthV))) {
                return LOST;
            }
            if (plane.excess > 0.0) {
                high = at;
            } else {
                low = at;
            }
        }
        if (Math.abs(plane.excess) > tolerance) {
            return LOST;
        }
        if (plane.rivalExcess() < -tolerance) {
            return plane.switchToRival() ? STAY : LOST;
        }
        if (count > 2 && Math.hypot(plane.u - us[0], plane.v - vs[0]) < SAME) {
            return CLOSED;
        }
        add(plane.u, plane.v);
        return GO_ON;
    }

    private void add(double u, double v) {
        if (count == us.length) {
            us = Arrays.copyOf(us, 2 * count);
            vs = Arrays.copyOf(vs, 2 * count);
        }
        us[count] = u;
        vs[count++] = v;
    }
}
