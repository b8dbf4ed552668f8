package org.penguinfit.core.profile;

import org.penguinfit.core.linalg.Vector;

/**
 * One end of a profile-likelihood interval.
 *
 * @param x where the profile reaches its threshold; at a limit the limit; where not found the outermost value of the
 *     parameter known to lie inside the interval
 * @param status whether x is a crossing
 * @param reason for {@link Status#NOT_FOUND}, what stopped the search; else empty
 * @param value the profile at {@code x}
 * @param mismatch |profile − threshold| at a crossing, in units of −2 ln L; of the others, how far below the threshold
 * @param point all parameters at the end, the profiled one included
 */
public record ProfileEnd(double x, Status status, String reason, double value, double mismatch, Vector point) {
    /** How the search for an end ended. */
    public enum Status {
        /** The profile crosses its threshold here. */
        FOUND,
        /** The parameter reached its bound with the profile still below the threshold. */
        AT_LIMIT,
        /** No crossing: the reason says why. */
        NOT_FOUND
    }

    /** Whether the profile crosses its threshold here. */
    public boolean isFound() {
        return status == Status.FOUND;
    }
}
