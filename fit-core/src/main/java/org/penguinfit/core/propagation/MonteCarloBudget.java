package org.penguinfit.core.propagation;

import java.util.List;
import java.util.Optional;
import org.penguinfit.core.parallel.WorkResults;

/**
 * Where the uncertainty of predictions comes from, by Monte Carlo.
 *
 * @param used number of draws that counted
 * @param failed number of draws with a prediction that is not finite, also with one source held
 * @param predictions one per prediction; empty when no batch has two draws that counted, or fewer than two batches do
 * @param failures batches that were lost altogether
 */
public record MonteCarloBudget(
        int used, int failed, List<PredictionBudget> predictions, List<WorkResults.Failure> failures) {
    /** Copies the lists. */
    public MonteCarloBudget {
        predictions = List.copyOf(predictions);
        failures = List.copyOf(failures);
    }

    /**
     * The budget of one prediction.
     *
     * @param sigma standard deviation with all sources, in the unit of the prediction
     * @param parts one per source
     */
    public record PredictionBudget(Estimate sigma, List<SourcePart> parts) {
        /** Copies the list. */
        public PredictionBudget {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What one source does. With correlated sources, alone and without keep the joint draw of the parameters that vary.
     *
     * @param source its name
     * @param alone σ when only this source varies and the others stay at their central values
     * @param without σ when all but this source vary and it stays at its central value
     * @param indices its Sobol indices; absent where the sources are not independent, and where the prediction does not vary
     */
    public record SourcePart(String source, Estimate alone, Estimate without, Optional<SobolIndices> indices) {}

    /**
     * Fractions of the variance, for independent sources (Saltelli et al., Comput. Phys. Commun. 181 (2010) 259, table 2, rows
     * b and f).
     *
     * @param first Var(E[y | source]) / Var(y): what knowing the source would remove; the sum over sources is 1 for additive
     *     predictions, below 1 with interactions
     * @param total E[Var(y | all other sources)] / Var(y): what would remain if all else were known
     */
    public record SobolIndices(Estimate first, Estimate total) {}
}
