package org.penguinfit.fits.bench;

import java.util.List;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.likelihoods.expression.PredictionVector;

/**
 * Certified non-linear least-squares problems (NIST Statistical Reference Datasets, nonlinear regression).
 *
 * @param name name of the collection
 */
public record NistSets(String name, List<NistSet> sets) implements BenchProblem {
    /** Copies the list. */
    public NistSets {
        sets = List.copyOf(sets);
    }

    /**
     * One data set with its model.
     *
     * @param model one prediction per datum, functions of the parameters b1, b2, …
     * @param data measured values
     * @param starts the two starting points, the distant one first
     * @param certified certified parameters
     * @param certifiedSigmas certified standard deviations, √diag(s² (JᵀJ)⁻¹) with s² = rss/(data − parameters)
     * @param certifiedRss certified residual sum of squares
     */
    public record NistSet(
            String name,
            PredictionVector model,
            Vector data,
            List<Vector> starts,
            Vector certified,
            Vector certifiedSigmas,
            double certifiedRss) {
        /** Copies the list. */
        public NistSet {
            starts = List.copyOf(starts);
        }
    }
}
