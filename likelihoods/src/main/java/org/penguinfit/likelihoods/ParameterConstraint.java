package org.penguinfit.likelihoods;

/**
 * Knowledge about a parameter from elsewhere: a term ((θ − central)/sigma)².
 *
 * @param parameter index of the free parameter
 * @param central central value
 * @param sigma standard deviation, > 0
 */
public record ParameterConstraint(int parameter, double central, double sigma) {
    public ParameterConstraint {
        if (!Double.isFinite(central) || !(sigma > 0)) {
            throw new IllegalArgumentException("constraint: sigma must be > 0, found " + sigma);
        }
    }
}
