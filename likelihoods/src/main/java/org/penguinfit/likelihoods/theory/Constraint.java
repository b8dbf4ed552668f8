package org.penguinfit.likelihoods.theory;

/**
 * What is known of a nuisance parameter beforehand: a Gaussian.
 *
 * @param central its mean, finite
 * @param sigma its standard deviation, strictly positive
 */
public record Constraint(double central, double sigma) {
    public Constraint {
        if (!Double.isFinite(central) || !Double.isFinite(sigma) || !(sigma > 0)) {
            throw new IllegalArgumentException("a constraint needs sigma > 0, found " + central + " ± " + sigma);
        }
    }
}
