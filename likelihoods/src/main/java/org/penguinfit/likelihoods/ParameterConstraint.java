package org.penguinfit.likelihoods;

/**
 * Knowledge about a parameter from elsewhere: a term ((θ − central)/sigma)².
 *
 * @param parameter index of the free parameter, from 0
 * @param central central value, finite
 * @param sigma standard deviation, > 0 and finite
 */
public record ParameterConstraint(int parameter, double central, double sigma) {
    public ParameterConstraint {
        if (parameter < 0) {
            throw new IllegalArgumentException("constraint: the index of its parameter is " + parameter);
        }
        if (!Double.isFinite(central)) {
            throw new IllegalArgumentException("constraint: central must be finite, found " + central);
        }
        if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("constraint: sigma must be > 0 and finite, found " + sigma);
        }
    }
}
