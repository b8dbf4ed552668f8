package org.penguinfit.core.propagation;

import java.util.List;

/**
 * Where the variance of one prediction comes from: the squares of the parts and the correlated parts add up to σ².
 *
 * @param variance σ², in the squared unit of the prediction
 * @param parts one per source, in their order
 * @param correlated one per pair of sources whose parameters are correlated and both matter; absent pairs contribute nothing
 */
public record VarianceBudget(double variance, List<Part> parts, List<CorrelatedPart> correlated) {
    /** Copies the lists. */
    public VarianceBudget {
        parts = List.copyOf(parts);
        correlated = List.copyOf(correlated);
    }

    /**
     * What one source contributes alone.
     *
     * @param source name of the source
     * @param sigma √(gₐᵀ Vₐₐ gₐ), not negative, in the unit of the prediction
     */
    public record Part(String source, double sigma) {}

    /**
     * What the correlation of two sources adds.
     *
     * @param first name of a source
     * @param second name of a later source
     * @param variance 2 gₐᵀ Vₐᵦ gᵦ, of either sign, in the squared unit of the prediction
     */
    public record CorrelatedPart(String first, String second, double variance) {}

    /** The standard deviation σ; rounding below zero counts as zero. */
    public double sigma() {
        return Math.sqrt(Math.max(0.0, variance));
    }

    /**
     * The part of this source.
     *
     * @throws IllegalArgumentException when there is no such source
     */
    public double sigmaOf(String source) {
        for (Part part : parts) {
            if (part.source().equals(source)) {
                return part.sigma();
            }
        }
        throw new IllegalArgumentException("no source " + source + " in the budget");
    }
}
