package org.penguinfit.core.profile;

import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Convergence;

/** The lowest known point of a profile at one x, and which neighbours have already been tried as starts. */
final class ProfileNode {
    /** A gain below this, relative to max(1, |value|), does not make neighbours start again. */
    static final double SIGNIFICANT_GAIN = 1e-9;

    /** Coordinates closer than this, relative to max(1, |coordinate|), belong to one point: √EDM of a minimisation. */
    private static final double SAME_POINT = 1e-4;

    final double x;
    final boolean onGrid;
    double value = Double.POSITIVE_INFINITY;
    double[] point;
    Convergence status = Convergence.NOT_FINITE;
    boolean known;
    int version;
    private @Nullable ProfileNode triedLeft;
    private int triedLeftVersion;
    private @Nullable ProfileNode triedRight;
    private int triedRightVersion;

    ProfileNode(double x, boolean onGrid, int parameters) {
        this.x = x;
        this.onGrid = onGrid;
        this.point = new double[parameters];
    }

    /** Keeps the candidate if it is lower; true when it is significantly so. */
    boolean offer(double candidate, Convergence ended, double[] fullPoint) {
        known = true;
        double found = Double.isFinite(candidate) ? candidate : Double.POSITIVE_INFINITY;
        if (!(found < value)) {
            return false;
        }
        boolean significant = !(value - found <= SIGNIFICANT_GAIN * Math.max(1.0, Math.abs(found)));
        value = found;
        point = fullPoint;
        status = ended;
        version += significant ? 1 : 0;
        return significant;
    }

    /** Whether this node's point is the given one, up to the accuracy of a minimisation. */
    boolean holds(double otherValue, double[] otherPoint) {
        if (!Double.isFinite(value)
                || !(Math.abs(otherValue - value) <= SIGNIFICANT_GAIN * Math.max(1.0, Math.abs(value)))) {
            return false;
        }
        for (int i = 0; i < point.length; i++) {
            if (Math.abs(otherPoint[i] - point[i]) > SAME_POINT * Math.max(1.0, Math.abs(point[i]))) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code neighbour} has changed since it was last the start of this node; remembers that it now is. */
    boolean shouldTry(ProfileNode neighbour) {
        boolean left = neighbour.x < x;
        boolean fresh = left
                ? triedLeft != neighbour || triedLeftVersion != neighbour.version
                : triedRight != neighbour || triedRightVersion != neighbour.version;
        markTried(neighbour);
        return fresh && Double.isFinite(neighbour.value);
    }

    /** Remembers that the neighbour, as it is now, has been the start of this node. */
    void markTried(ProfileNode neighbour) {
        if (neighbour.x < x) {
            triedLeft = neighbour;
            triedLeftVersion = neighbour.version;
        } else {
            triedRight = neighbour;
            triedRightVersion = neighbour.version;
        }
    }

    ProfilePoint toPoint() {
        return new ProfilePoint(x, value, Vector.of(point), status);
    }
}
