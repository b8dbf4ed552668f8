package org.penguinfit.core.profile;

/** A search around a minimum met a point below it. Caught within the package: the caller gets a result that says so. */
final class LowerMinimumMet extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient double[] point;

    private LowerMinimumMet(double[] point) {
        super("lower minimum met", null, false, false);
        this.point = point.clone();
    }

    double[] point() {
        return point.clone();
    }

    /** Throws when the value lies below the minimum by more than rounding and the accuracy of a minimisation. */
    static void check(double value, double minimum, double[] point) throws LowerMinimumMet {
        if (value < minimum - ProfileNode.SIGNIFICANT_GAIN * Math.max(1.0, Math.abs(minimum))) {
            throw new LowerMinimumMet(point);
        }
    }
}
