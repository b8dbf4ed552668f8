package org.penguinfit.core.sample;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.propagation.SampledDraws;

/**
 * Draws from a posterior, and whether they may be trusted.
 *
 * @param names names of the parameters
 * @param ranges where the posterior can be positive, one per parameter
 * @param propriety whether the posterior can be normalised
 * @param status whether the sample may be trusted
 * @param chains the chains that were not lost, all of equal length
 * @param diagnostics one per parameter; empty with fewer than two chains
 * @param cost how the chains went
 * @param failures what happened to the lost chains
 */
public record PosteriorSample(
        List<String> names,
        List<Bounds> ranges,
        Propriety propriety,
        SamplingStatus status,
        List<Chain> chains,
        List<ChainDiagnostics> diagnostics,
        SamplingCost cost,
        List<WorkResults.Failure> failures) {
    /** Copies the lists. */
    public PosteriorSample {
        names = List.copyOf(names);
        ranges = List.copyOf(ranges);
        chains = List.copyOf(chains);
        diagnostics = List.copyOf(diagnostics);
        failures = List.copyOf(failures);
    }

    static PosteriorSample of(
            Posterior<?> posterior,
            Propriety propriety,
            List<Chain> chains,
            SamplingCost cost,
            List<WorkResults.Failure> failures) {
        List<ChainDiagnostics> diagnostics = new ArrayList<>();
        for (int i = 0; chains.size() > 1 && i < posterior.size(); i++) {
            diagnostics.add(ChainDiagnostics.of(columns(chains, i)));
        }
        return new PosteriorSample(
                posterior.parameters().names(),
                posterior.ranges(),
                propriety,
                status(propriety, diagnostics, cost, failures),
                chains,
                diagnostics,
                cost,
                failures);
    }

    private static SamplingStatus status(
            Propriety propriety,
            List<ChainDiagnostics> diagnostics,
            SamplingCost cost,
            List<WorkResults.Failure> failures) {
        if (propriety == Propriety.IMPROPER) {
            return SamplingStatus.IMPROPER_POSTERIOR;
        }
        if (!failures.isEmpty() || diagnostics.isEmpty()) {
            return SamplingStatus.CHAIN_FAILED;
        }
        if (!diagnostics.stream().allMatch(ChainDiagnostics::agree)) {
            return SamplingStatus.CHAINS_DISAGREE;
        }
        if (cost.divergences() > 0) {
            return SamplingStatus.DIVERGENCES;
        }
        return diagnostics.stream().allMatch(ChainDiagnostics::areEnough)
                ? SamplingStatus.CONVERGED
                : SamplingStatus.TOO_FEW_EFFECTIVE_DRAWS;
    }

    private static double[][] columns(List<Chain> chains, int i) {
        return chains.stream().map(chain -> chain.marginal(i)).toArray(double[][]::new);
    }

    /** Whether nothing speaks against the sample. */
    public boolean isConverged() {
        return status.isConverged();
    }

    /** Number of draws of all chains. */
    public int count() {
        return chains.stream().mapToInt(Chain::count).sum();
    }

    /**
     * The distribution of parameter i, the others integrated out.
     *
     * @throws IllegalArgumentException when no chain is left
     */
    public Marginal marginal(int i) {
        if (chains.isEmpty()) {
            throw new IllegalArgumentException("all chains were lost: " + failures);
        }
        return new Marginal(columns(chains, i), ranges.get(i));
    }

    /** The joint distribution of two parameters, the others integrated out. */
    public JointDensity joint(int first, int second) {
        return JointDensity.of(marginal(first), marginal(second));
    }

    /** Covariance of parameters i and j over all draws, in the product of their units. */
    public double covariance(int i, int j) {
        return new Covariance()
                .covariance(RankNormal.pooled(columns(chains, i)), RankNormal.pooled(columns(chains, j)));
    }

    /** All draws, chain after chain, for the propagation to predictions. */
    public SampledDraws draws() {
        double[] rows = new double[count() * names.size()];
        int at = 0;
        for (Chain chain : chains) {
            for (int k = 0; k < chain.count(); k++) {
                for (int i = 0; i < names.size(); i++) {
                    rows[at++] = chain.get(k, i);
                }
            }
        }
        return new SampledDraws(names.size(), Vector.of(rows));
    }
}
