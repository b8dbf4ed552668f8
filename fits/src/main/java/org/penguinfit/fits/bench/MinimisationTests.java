package org.penguinfit.fits.bench;

import java.util.List;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.likelihoods.expression.PredictionVector;

/**
 * Classic test functions of minimisers (J. J. Moré, B. S. Garbow and K. E. Hillstrom, ACM Trans. Math. Softw. 7 (1981) 17).
 *
 * @param name name of the collection
 */
public record MinimisationTests(String name, List<Test> tests) implements BenchProblem {
    /** Copies the list. */
    public MinimisationTests {
        tests = List.copyOf(tests);
    }

    /**
     * One function.
     *
     * @param function the function as a vector of one prediction
     * @param start where to start from
     * @param minima its known local minima, the lowest first
     */
    public record Test(String name, PredictionVector function, Vector start, List<KnownMinimum> minima) {
        /** Copies the list. */
        public Test {
            minima = List.copyOf(minima);
        }
    }

    /** A local minimum. */
    public record KnownMinimum(Vector point, double value) {}
}
