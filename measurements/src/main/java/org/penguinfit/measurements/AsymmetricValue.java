package org.penguinfit.measurements;

import java.util.List;

/**
 * A value with at least one uncertainty of unequal sides.
 *
 * @param central central value (the mode), finite
 * @param uncertainties the sources kept apart, in printed order; at least one is asymmetric
 * @param method how the unequal sides enter the likelihood
 */
public record AsymmetricValue(double central, List<Uncertainty> uncertainties, AsymmetricMethod method)
        implements PublishedValue {
    public AsymmetricValue {
        Require.finite(central, "central value");
        uncertainties = List.copyOf(uncertainties);
        Require.that(
                !Uncertainty.allSymmetric(uncertainties), "an asymmetric value needs an uncertainty of unequal sides");
    }

    /** The value of its uncertainties: Gaussian if all have equal sides, else asymmetric with the default method. */
    public static PublishedValue of(double central, List<Uncertainty> uncertainties) {
        return Uncertainty.allSymmetric(uncertainties)
                ? new GaussianValue(central, uncertainties)
                : new AsymmetricValue(central, uncertainties, AsymmetricMethod.SPLIT);
    }

    /** Total upper side σ₊: all upper sides in quadrature, see {@link Uncertainty#total}. */
    public double sigmaPlus() {
        return Uncertainty.total(uncertainties).plus();
    }

    /** Total lower side σ₋ &gt; 0: all lower sides in quadrature. */
    public double sigmaMinus() {
        return Uncertainty.total(uncertainties).minus();
    }

    @Override
    public AsymmetricValue scaled(double factor) {
        return new AsymmetricValue(central * factor, Uncertainty.scaled(uncertainties, factor), method);
    }
}
