package org.penguinfit.core.profile;

import java.util.List;
import org.penguinfit.core.parallel.WorkResults;

/**
 * The profiles of several parameters, all relative to the same reference.
 *
 * @param curves in the order of the indices, without the parameters that failed
 * @param failures parameters whose search threw, by their place in that order
 */
public record ProfileCurves(List<ProfileCurve> curves, List<WorkResults.Failure> failures) {
    /** Copies the lists. */
    public ProfileCurves {
        curves = List.copyOf(curves);
        failures = List.copyOf(failures);
    }

    /**
     * The profile of a parameter.
     *
     * @throws IllegalArgumentException when it was not asked for, or failed
     */
    public ProfileCurve of(int parameter) {
        for (ProfileCurve curve : curves) {
            if (curve.parameter() == parameter) {
                return curve;
            }
        }
        throw new IllegalArgumentException("no profile of parameter " + parameter);
    }
}
