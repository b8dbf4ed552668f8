package org.penguinfit.measurements;

import java.util.List;

/**
 * A value whose uncertainties all have equal sides.
 *
 * @param central central value, finite
 * @param uncertainties the sources kept apart, in printed order; at least one, all symmetric
 */
public record GaussianValue(double central, List<Uncertainty> uncertainties) implements PublishedValue {
    public GaussianValue {
        Require.finite(central, "central value");
        uncertainties = List.copyOf(uncertainties);
        Require.that(!uncertainties.isEmpty(), "a Gaussian value needs an uncertainty");
        Require.that(Uncertainty.allSymmetric(uncertainties), "a Gaussian value has uncertainties of equal sides only");
    }

    /** One unlabelled uncertainty. */
    public static GaussianValue of(double central, double sigma) {
        return new GaussianValue(central, List.of(Uncertainty.symmetric(sigma, "")));
    }

    /** Total standard deviation: all sources in quadrature. */
    public double sigma() {
        return Uncertainty.total(uncertainties).plus();
    }

    @Override
    public GaussianValue scaled(double factor) {
        return new GaussianValue(central * factor, Uncertainty.scaled(uncertainties, factor));
    }
}
