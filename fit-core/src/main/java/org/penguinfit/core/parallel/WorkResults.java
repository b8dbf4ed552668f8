package org.penguinfit.core.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penguinfit.core.linalg.Vector;

/**
 * The results of numbered pieces of work.
 *
 * @param results one per piece, in the order of their numbers; empty where the piece failed
 * @param failures what happened in the pieces that failed, by number
 */
public record WorkResults(List<Optional<Vector>> results, List<Failure> failures) {
    /** Copies the lists. */
    public WorkResults {
        results = List.copyOf(results);
        failures = List.copyOf(failures);
    }

    /**
     * A piece that failed.
     *
     * @param index its number
     * @param reason what happened
     */
    public record Failure(int index, String reason) {}

    /** The results of the pieces that did not fail, in the order of their numbers. */
    public List<Vector> successes() {
        List<Vector> found = new ArrayList<>();
        for (Optional<Vector> result : results) {
            result.ifPresent(found::add);
        }
        return found;
    }
}
