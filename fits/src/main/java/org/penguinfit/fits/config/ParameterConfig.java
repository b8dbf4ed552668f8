package org.penguinfit.fits.config;

import org.jspecify.annotations.Nullable;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.measurements.document.Location;

/**
 * What a fit says about one parameter.
 *
 * @param name the name as written in the config, which is the key in results.json
 * @param range where to look; null: the theory's own range, if it has one
 * @param start first start point of a fit; null: the theory's default value
 * @param fixed value it is held at; null: free
 * @param constraint Gaussian constraint of this fit, a term ((θ − central)/sigma)²; null: none
 * @param readable false if one of its keys has an error: a value that seems absent may be a misread one
 * @param location where the name stands
 * @param path its key path
 */
public record ParameterConfig(
        String name,
        @Nullable Bounds range,
        @Nullable Double start,
        @Nullable Double fixed,
        @Nullable Constraint constraint,
        boolean readable,
        Location location,
        String path) {
    /** A Gaussian constraint. */
    public record Constraint(double central, double sigma) {}
}
