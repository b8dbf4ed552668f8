package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.penguinfit.core.linalg.SymmetricEigen;
import org.penguinfit.core.minimize.Convergence;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.fits.plan.FreeParameter;

/** Says of a minimum without a covariance why it has none: flat, and along which direction, or on a kink. */
final class OpenDirection {
    /** An entry of a unit vector below this is rounding beside the directions that the data leave open. */
    private static final double NEGLIGIBLE = 1e-3;

    private OpenDirection() {}

    /**
     * The sentence; empty for a minimum with a covariance.
     *
     * @param number of the minimum in the result, from 1
     * @param free the parameters, in the order of the point
     */
    static Optional<String> note(int number, List<FreeParameter> free, Minimum minimum) {
        String subject = "minimum " + number;
        if (minimum.status() == Convergence.KINK) {
            return Optional.of(
                    subject + " lies on a kink of −2 ln L, as that of |x|: every direction leads up, but it has"
                            + " no Hessian and no covariance");
        }
        if (minimum.status() != Convergence.FLAT && minimum.status() != Convergence.SADDLE_OR_FLAT) {
            return Optional.empty();
        }
        boolean definite =
                !minimum.free().isEmpty() && minimum.hessianEigenvalues().get(0) > 0;
        if (!minimum.atLimit().isEmpty() && (definite || minimum.free().isEmpty())) {
            return Optional.of(subject + " is flat at the limit of " + names(minimum.atLimit(), free)
                    + ": −2 ln L does not fall towards it; the uncertainties hold it there");
        }
        return Optional.of(subject + " is flat: the Hessian is not positive definite"
                + (minimum.free().isEmpty() || minimum.hessianEigenvalues().size() == 0 ? "" : eigen(free, minimum))
                + ", so it has no covariance");
    }

    private static String eigen(List<FreeParameter> free, Minimum minimum) {
        return String.format(
                Locale.ROOT,
                " (smallest eigenvalue %.2g of the scaled matrix), the data leave open the direction %s",
                minimum.hessianEigenvalues().get(0),
                direction(free, minimum));
    }

    private static String names(List<Integer> indices, List<FreeParameter> free) {
        List<String> names = new ArrayList<>();
        for (int index : indices) {
            names.add(free.get(index).name());
        }
        return String.join(", ", names);
    }

    /** The eigenvector of the smallest eigenvalue of the scaled Hessian, in the units of the parameters, largest part ±1. */
    private static String direction(List<FreeParameter> free, Minimum minimum) {
        List<Integer> rows = minimum.free();
        int n = free.size();
        int size = rows.size();
        double[] unit = new double[size];
        double[] scaled = new double[size * size];
        for (int a = 0; a < size; a++) {
            double curvature = Math.abs(minimum.hessian().get(rows.get(a) * n + rows.get(a)));
            unit[a] = curvature > 0 ? 1 / Math.sqrt(curvature) : 1;
        }
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                scaled[a * size + b] = minimum.hessian().get(rows.get(a) * n + rows.get(b)) * unit[a] * unit[b];
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(scaled, size);
        double largest = 0;
        for (int a = 0; a < size; a++) {
            double part = eigen.vector(0, a) * unit[a];
            largest = Math.abs(eigen.vector(0, a)) > NEGLIGIBLE && Math.abs(part) > Math.abs(largest) * (1 + NEGLIGIBLE)
                    ? part
                    : largest;
        }
        List<String> parts = new ArrayList<>();
        for (int a = 0; a < size; a++) {
            if (Math.abs(eigen.vector(0, a)) > NEGLIGIBLE) {
                double part = eigen.vector(0, a) * unit[a] / largest;
                parts.add(free.get(rows.get(a)).name() + " " + String.format(Locale.ROOT, "%+.3g", part));
            }
        }
        return "(" + String.join(", ", parts) + ")";
    }
}
