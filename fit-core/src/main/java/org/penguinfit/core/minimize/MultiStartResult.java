package org.penguinfit.core.minimize;

import java.util.List;
import java.util.Optional;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.parallel.WorkResults;

/**
 * All distinct minima that a multi-start found. It is a search, not a certificate: a minimum can be missed.
 *
 * @param minima distinct local minima by value, then by coordinates; also flat or saddle end points, which their status
 *     names
 * @param unfinished end points of the starts that failed, by value; they may lie below the best minimum, for example at a
 *     hard wall
 * @param thrown starts at which the objective threw, by number of the start
 * @param starts number of starts tried
 * @param evaluations cost of all starts together
 */
public record MultiStartResult(
        List<Minimum> minima,
        List<Minimum> unfinished,
        List<WorkResults.Failure> thrown,
        int starts,
        EvaluationCount evaluations) {
    /** Copies the lists. */
    public MultiStartResult {
        minima = List.copyOf(minima);
        unfinished = List.copyOf(unfinished);
        thrown = List.copyOf(thrown);
    }

    /** The lowest minimum; empty when every start failed. */
    public Optional<Minimum> best() {
        return minima.isEmpty() ? Optional.empty() : Optional.of(minima.get(0));
    }

    /** Number of starts that ended neither at a minimum nor on a flat. */
    public int failures() {
        return unfinished.size() + thrown.size();
    }
}
