package org.penguinfit.fits.bench;

import java.util.List;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Convergence;
import org.penguinfit.core.objective.EvaluationCount;

/**
 * Where each test function was left.
 *
 * @param runs one per function and minimiser
 */
public record MinimisationAnswer(List<Run> runs) implements BenchAnswer {
    /** Copies the list. */
    public MinimisationAnswer {
        runs = List.copyOf(runs);
    }

    /** What the end of a minimisation is worth. */
    public enum Verdict {
        /** A known minimum, and the status says so. */
        TRUE_MINIMUM,
        /** Not a known minimum, and the status says so. */
        HONEST_FAILURE,
        /** A known minimum that the status does not vouch for. */
        MINIMUM_NOT_CLAIMED,
        /** No known minimum, though the status claims one. */
        FALSE_MINIMUM
    }

    /**
     * One minimisation.
     *
     * @param value function value at the end
     * @param global whether the end is the lowest known minimum
     */
    public record Run(
            String test,
            String minimizer,
            Vector start,
            Vector end,
            double value,
            Convergence status,
            double edm,
            EvaluationCount evaluations,
            Verdict verdict,
            boolean global,
            Timing timing) {}
}
