package org.penguinfit.core.propagation;

import java.util.List;
import org.penguinfit.core.parallel.WorkResults;

/**
 * Predictions with uncertainties by Monte Carlo.
 *
 * @param used number of draws that counted
 * @param failed number of draws with a prediction that is not finite; they count nowhere else
 * @param outside number of draws thrown away because they lay outside the bounds
 * @param distributions one per prediction; empty when fewer than {@link MonteCarloPropagation#FEWEST_DRAWS} draws counted
 * @param covariance covariance of predictions k and l at (k, l), in the product of their units; empty as above
 * @param failures batches that were lost altogether
 */
public record MonteCarloPredictions(
        int used,
        int failed,
        long outside,
        List<PredictionDistribution> distributions,
        List<List<Estimate>> covariance,
        List<WorkResults.Failure> failures) {
    /** Copies the lists. */
    public MonteCarloPredictions {
        distributions = List.copyOf(distributions);
        covariance = List.copyOf(covariance);
        failures = List.copyOf(failures);
    }
}
