package org.penguinfit.fits.plan;

import org.jspecify.annotations.Nullable;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.Parameter;

/**
 * A parameter of one task, its name resolved.
 *
 * @param name as written in the config, the key in results
 * @param theoryName the theory's own name
 * @param standard its default value, for a Wilson coefficient that of the Standard Model
 * @param start first start point of a fit
 * @param bounds where it may go; unbounded if neither config nor theory gives a range
 * @param constraint Gaussian constraint as (central, sigma); null: none
 */
public record FreeParameter(
        String name,
        String theoryName,
        double standard,
        double start,
        Bounds bounds,
        @Nullable Constraint constraint) {

    /** A term ((θ − central)/sigma)². */
    public record Constraint(double central, double sigma) {}

    /** Its value before any data: that of its constraint, or else its start. */
    public double central() {
        return constraint == null ? start : constraint.central();
    }

    /** As the engine sees it. */
    public Parameter toParameter() {
        return new Parameter(theoryName, bounds.clamp(start), bounds);
    }
}
