package org.penguinfit.likelihoods.average;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.likelihoods.term.LikelihoodTerm;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.LogNormalValue;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.ValueRange;

/**
 * One result that enters an average.
 *
 * @param measurement name of the measurement
 * @param result what it says about the observable alone; of a correlated block its own row
 * @param term how it enters the full likelihood
 */
public record AverageInput(String measurement, SingleResult result, LikelihoodTerm term) {
    /** The source of an uncertainty that the file gives as a total, without saying what it is made of. */
    public static final String UNSPLIT = "total";

    /** Whether it has a value and an uncertainty; limits and ranges do not, and enter the full likelihood alone. */
    public boolean isEstimate() {
        PublishedValue value = result.value();
        return value instanceof GaussianValue || value instanceof AsymmetricValue || value instanceof LogNormalValue;
    }

    /** The value it likes best, in the unit of the observable. */
    public double central() {
        return term.central(0);
    }

    /** Upper and lower side of its uncertainties by source, as published; of a limit its distance from the value it likes. */
    private List<Uncertainty> uncertainties() {
        PublishedValue value = result.value();
        if (value instanceof GaussianValue gaussian) {
            return gaussian.uncertainties();
        }
        if (value instanceof AsymmetricValue asymmetric) {
            return asymmetric.uncertainties();
        }
        if (value instanceof LogNormalValue logNormal) {
            double size = Math.abs(logNormal.median());
            double away = size * (logNormal.factor() - 1.0);
            double towards = size * (1.0 - 1.0 / logNormal.factor());
            return List.of(new Uncertainty(
                    logNormal.median() > 0 ? away : towards, logNormal.median() > 0 ? towards : away, ""));
        }
        if (value instanceof UpperLimit upper) {
            double reach = Math.abs(upper.limit() - central());
            return List.of(Uncertainty.symmetric(reach > 0 ? reach : Math.max(Math.abs(upper.limit()), 1.0), ""));
        }
        if (value instanceof ValueRange range) {
            return List.of(Uncertainty.symmetric(range.hi() - range.lo(), ""));
        }
        throw new IllegalStateException("no average with " + value.getClass().getSimpleName() + "; add it here");
    }

    /** Total uncertainties, the sides in quadrature; of a limit or range a width to look around. */
    public Uncertainty total() {
        return Uncertainty.total(uncertainties());
    }

    /** Standard deviations by source, the mean of the sides of each; sources of the same name in quadrature. */
    public Map<String, Double> sources() {
        Map<String, Double> sources = new LinkedHashMap<>();
        for (Uncertainty part : uncertainties()) {
            String label = part.label().isEmpty() ? UNSPLIT : part.label();
            sources.merge(label, 0.5 * (part.plus() + part.minus()), Math::hypot);
        }
        return sources;
    }

    /** Standard deviation with equal sides: the {@link #sources} in quadrature. */
    public double sigma() {
        double sigma = 0;
        for (double source : sources().values()) {
            sigma = Math.hypot(sigma, source);
        }
        return sigma;
    }
}
