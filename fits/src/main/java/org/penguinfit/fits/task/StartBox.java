package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.fits.plan.FreeParameter;

/** Where the Sobol start points of a fit go: the range of a parameter, or five sigma about the constraint of a nuisance. */
final class StartBox {
    /** In units of a constraint's sigma: a minimum farther out would be far off what is known. */
    private static final double REACH = 5;

    private StartBox() {}

    static List<Bounds> of(List<FreeParameter> free) {
        List<Bounds> box = new ArrayList<>();
        for (FreeParameter parameter : free) {
            FreeParameter.Constraint constraint = parameter.constraint();
            Bounds bounds = parameter.bounds();
            if (!bounds.isFinite() && constraint != null) {
                double reach = REACH * constraint.sigma();
                double lower = Math.max(bounds.lower(), constraint.central() - reach);
                double upper = Math.min(bounds.upper(), constraint.central() + reach);
                if (lower
                        < upper) { // else the constraint pulls to a place outside the range, or sigma is below its last
                    // digit
                    bounds = new Bounds(lower, upper);
                }
            }
            box.add(bounds);
        }
        return box;
    }
}
