package org.penguinfit.core.profile;

import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.parameter.Bounds;

/**
 * Follows the profile outward from a minimum, step by step, until it passes a threshold, then solves for the crossing in
 * the bracket. It needs no covariance, copes with flat stretches, bounds and walls, and cannot jump to a farther crossing
 * than the step allows.
 */
final class EndContinuation {
    /** Steps outward; they grow, so that this reaches further than any scale of the problem. */
    private static final int STEPS = 400;

    private static final double GROWTH = 1.6;
    /** A step aims at raising the profile by at most this part of what the threshold is above the minimum. */
    private static final double RISE = 0.25;

    private static final int ROOT_STEPS = 100;
    /** A crossing is good to this part of its distance from the minimum. */
    private static final double ROOT_TOLERANCE = 1e-12;
    /** Or to this part of Δχ². */
    private static final double LEVEL_TOLERANCE = 1e-12;

    private static final double SMALLEST_STEP = 1e-13;

    /** In units of the first step: a profile still below its threshold there is taken to stay so. */
    private static final double FARTHEST = 1e9;

    static final String TOO_MANY_STEPS = "no crossing in " + STEPS + " steps";
    static final String NO_FINITE_MINIMUM = "no finite minimum over the other parameters beyond";
    static final String UNBOUNDED = "the profile stays below the threshold as far as it was followed";
    static final String NO_CONVERGENCE = "the crossing did not converge";

    private final ConditionalMinimizer path;
    private final Bounds bounds;
    private final int index;
    private final Minimum minimum;

    EndContinuation(ConditionalMinimizer path, Bounds bounds, int index, Minimum minimum) {
        this.path = path;
        this.bounds = bounds;
        this.index = index;
        this.minimum = minimum;
    }

    /** A point of the profile on the way. */
    @SuppressWarnings("ArrayRecordComponent") // scratch of one search, never compared or shared
    private record Step(double x, double value, double slope, double[] point) {}

    /** @param firstStep length of the first step, positive; NaN for a guess */
    ProfileEnd find(double delta, int direction, double firstStep) throws LowerMinimumMet {
        double threshold = minimum.value() + delta;
        double limit = direction > 0 ? bounds.upper() : bounds.lower();
        Step inside = new Step(
                minimum.point().get(index),
                minimum.value(),
                0.0,
                minimum.point().toArray());
        path.startAt(inside.point);
        double length = Double.isNaN(firstStep) ? guess(delta) : firstStep;
        double first = length;
        String stopped = TOO_MANY_STEPS;
        for (int i = 0; i < STEPS; i++) {
            double x = inside.x + direction * length;
            x = direction > 0 ? Math.min(x, limit) : Math.max(x, limit);
            Step next = step(inside, x);
            if (next == null) {
                stopped = NO_FINITE_MINIMUM;
                length *= 0.25;
                if (length < SMALLEST_STEP * Math.max(1.0, Math.abs(inside.x))) {
                    break;
                }
                continue;
            }
            if (next.value >= threshold) {
                return crossing(inside, next, threshold);
            }
            inside = next;
            if (x == limit) {
                return end(inside, ProfileEnd.Status.AT_LIMIT, "", threshold);
            }
            if (!(Math.abs(next.x - minimum.point().get(index)) < FARTHEST * first)) {
                stopped = UNBOUNDED;
                break;
            }
            length *= growth(next, direction, threshold, delta, length);
        }
        return end(inside, ProfileEnd.Status.NOT_FOUND, stopped, threshold);
    }

    /** Without an uncertainty: from the curvature where there is some, else a part of the parameter's own size or range. */
    private double guess(double delta) {
        double curvature = path.hasDerivatives() ? path.curvature(0, 0) : 0.0;
        double own = bounds.isFinite()
                ? 0.02 * (bounds.upper() - bounds.lower())
                : 0.1 * Math.max(1.0, Math.abs(minimum.point().get(index)));
        return curvature > 0.0 ? Math.min(0.5 * Math.sqrt(2.0 * delta / curvature), 100.0 * own) : own;
    }

    /** Longer steps where the profile is flat, shorter ones where the next would rise by much. */
    private static double growth(Step at, int direction, double threshold, double delta, double length) {
        double missing = threshold - at.value;
        double rise = Math.max(0.0, direction * at.slope) * length;
        double wanted = Math.max(RISE * delta, missing);
        return rise > 0.0 ? Math.max(0.25, Math.min(GROWTH, wanted / rise)) : GROWTH;
    }

    private @Nullable Step step(Step from, double x) throws LowerMinimumMet {
        if (path.coordinate(index) != from.x || !path.hasDerivatives()) {
            path.startAt(from.point);
        }
        path.moveTo(x);
        if (!Double.isFinite(path.value())) {
            return null;
        }
        double[] point = path.point();
        LowerMinimumMet.check(path.value(), minimum.value(), point);
        boolean smooth = path.hasDerivatives();
        return new Step(x, path.value(), smooth ? path.slope(0) : Double.NaN, point);
    }

    /** Newton on the profile within the bracket, else the middle. */
    private ProfileEnd crossing(Step first, Step second, double threshold) throws LowerMinimumMet {
        Step inside = first;
        Step outside = second;
        double delta = threshold - minimum.value();
        double middle = 0.0;
        for (int i = 0; i < ROOT_STEPS; i++) {
            Step near = threshold - inside.value < outside.value - threshold ? inside : outside;
            if (Math.abs(near.value - threshold) <= LEVEL_TOLERANCE * delta
                    || Math.abs(outside.x - inside.x)
                            <= ROOT_TOLERANCE
                                    * Math.abs(near.x - minimum.point().get(index))) {
                return end(near, ProfileEnd.Status.FOUND, "", threshold);
            }
            middle = i % 8 == 7 ? 0.5 * (inside.x + outside.x) : root(inside, outside, near, threshold);
            Step next = step(near, middle);
            if (next == null || middle == inside.x || middle == outside.x) {
                return end(near, ProfileEnd.Status.FOUND, "", threshold);
            }
            if (next.value < threshold) {
                inside = next;
            } else {
                outside = next;
            }
        }
        return end(inside, ProfileEnd.Status.NOT_FOUND, NO_CONVERGENCE, threshold);
    }

    private static double root(Step inside, Step outside, Step near, double threshold) {
        double newton = near.x + (threshold - near.value) / near.slope;
        double low = Math.min(inside.x, outside.x);
        double high = Math.max(inside.x, outside.x);
        return newton > low && newton < high ? newton : 0.5 * (low + high);
    }

    private static ProfileEnd end(Step at, ProfileEnd.Status status, String reason, double threshold) {
        double mismatch = Math.abs(threshold - at.value);
        return new ProfileEnd(at.x, status, reason, at.value, mismatch, Vector.of(at.point));
    }
}
