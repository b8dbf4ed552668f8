package org.penguinfit.core.significance;

import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Convergence;
import org.penguinfit.core.minimize.Descent;
import org.penguinfit.core.minimize.Minimum;

/**
 * The lowest −2 ln L found with some parameters held, or with none.
 *
 * @param point all parameters, the held ones included
 * @param value −2 ln L there
 * @param status how the minimisation over the others ended
 * @param usable whether the value is a minimum: the status proves it, or the point lies in a flat valley
 */
public record ProfileFit(Vector point, double value, Convergence status, boolean usable) {
    /** Below it an eigenvalue of the scaled Hessian is negative for another reason than rounding: a saddle. */
    private static final double FLAT = -1e-7;

    /**
     * Where a run of a descent ended; only where that is in doubt, eigenvalues are asked for.
     *
     * @param point all parameters
     */
    static ProfileFit of(Descent descent, Convergence status, double[] point) {
        return descent.isProven() && Double.isFinite(descent.value())
                ? new ProfileFit(Vector.of(point), descent.value(), status, true)
                : of(descent.report(), point);
    }

    private static ProfileFit of(Minimum minimum, double[] point) {
        boolean flat = minimum.status() == Convergence.SADDLE_OR_FLAT
                && minimum.hessianEigenvalues().size() > 0
                && minimum.hessianEigenvalues().get(0) >= FLAT;
        boolean usable = Double.isFinite(minimum.value()) && (minimum.isMinimum() || flat);
        return new ProfileFit(Vector.of(point), minimum.value(), minimum.status(), usable);
    }

    /** Nothing to minimise over: the value itself. */
    static ProfileFit ofPoint(double[] point, double value) {
        boolean finite = Double.isFinite(value);
        Convergence status = finite ? Convergence.CONVERGED : Convergence.NOT_FINITE;
        return new ProfileFit(Vector.of(point), value, status, finite);
    }

    /** Whether this fit is to be preferred: usable before unusable, then the lower value. */
    boolean isBetterThan(ProfileFit other) {
        if (usable != other.usable) {
            return usable;
        }
        return value < other.value || Double.isNaN(other.value);
    }
}
