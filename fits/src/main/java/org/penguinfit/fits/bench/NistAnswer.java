package org.penguinfit.fits.bench;

import java.util.List;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Convergence;
import org.penguinfit.core.objective.EvaluationCount;

/**
 * How many certified digits each minimiser reached on each set from each start.
 *
 * @param runs one per set, start and minimiser
 */
public record NistAnswer(List<Run> runs) implements BenchAnswer {
    /** Copies the list. */
    public NistAnswer {
        runs = List.copyOf(runs);
    }

    /**
     * One minimisation. Digits are −log₁₀ of the largest relative error, at most {@value NistSolver#MOST_DIGITS}, 0 when none
     * is right.
     *
     * @param start 1 for the distant, 2 for the near starting point
     * @param sigmas standard deviations √diag(s² (JᵀJ)⁻¹); empty where JᵀJ is singular
     */
    public record Run(
            String set,
            String minimizer,
            int start,
            Vector parameters,
            Vector sigmas,
            double rss,
            Convergence status,
            EvaluationCount evaluations,
            double parameterDigits,
            double sigmaDigits,
            double rssDigits,
            Timing timing) {}
}
