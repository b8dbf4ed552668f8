package org.penguinfit.fits.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.core.random.RandomStreams;
import org.penguinfit.core.toy.DataModel;

/** The compiled likelihood against plain loops over the same file. */
class CompiledModelTest {
    /** Rounding of some thousand operations, relative to the largest number of its kind. */
    private static final double ROUNDING = 1e-10;

    private static final int POINTS = 20;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"table2", "wc6", "wc6multi", "nuis"})
    void valuesAndDerivativesAreThoseOfPlainLoops(String name) throws IOException {
        LikelihoodProblem problem = (LikelihoodProblem) BenchFiles.read(name, folder);
        DataModel.Objective compiled = CompiledModel.of(problem).data().objective();
        DataModel.Objective plain = new ReferenceModel(problem).objective();
        int n = problem.parameters().size();
        UniformRandomProvider random = RandomStreams.of(5).stream(0);
        for (int k = 0; k < POINTS; k++) {
            double[] theta = new double[n];
            for (int i = 0; i < n; i++) {
                theta[i] = 4 * random.nextDouble() - 2; // far enough for limits to switch on and off
            }
            double[] gradient = new double[n];
            double[] hessian = new double[n * n];
            double[] plainGradient = new double[n];
            double[] plainHessian = new double[n * n];
            double value = plain.valueGradientAndHessian(theta, plainGradient, plainHessian);
            assertThat(compiled.valueGradientAndHessian(theta, gradient, hessian))
                    .isCloseTo(value, within(ROUNDING * Math.max(1, value)));
            assertClose(gradient, plainGradient);
            assertClose(hessian, plainHessian);
        }
    }

    private static void assertClose(double[] found, double[] expected) {
        double largest = 1;
        for (double number : expected) {
            largest = Math.max(largest, Math.abs(number));
        }
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(ROUNDING * largest));
        }
    }
}
