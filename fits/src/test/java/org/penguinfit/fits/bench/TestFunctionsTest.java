package org.penguinfit.fits.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.FiniteDifferences;
import org.penguinfit.fits.bench.MinimisationAnswer.Run;
import org.penguinfit.fits.bench.MinimisationAnswer.Verdict;
import org.penguinfit.fits.bench.NistSets.NistSet;
import org.penguinfit.likelihoods.expression.PredictionVector;

class TestFunctionsTest {
    private static final Stopwatch HARDLY = new Stopwatch(1, 1);

    /** Rounding of a handful of operations. */
    private static final double ROUNDING = 1e-13;

    @TempDir
    private Path folder;

    private PredictionVector function(String name) throws IOException {
        MinimisationTests tests = (MinimisationTests) BenchFiles.read("minitests", folder);
        return tests.tests().stream()
                .filter(test -> test.name().equals(name))
                .findFirst()
                .orElseThrow()
                .function();
    }

    /** atan2 of the JDK, turned to the branch (−1/4, 3/4]. */
    @ParameterizedTest(name = "({0}, {1}, {2})")
    @CsvSource({
        "1, 0, 0",
        "-1, 0, 0",
        "0.3, 0.7, 1",
        "-0.3, 0.7, 2",
        "0, 1, 3",
        "-2, -0.5, 4",
        "2, -3, 5",
        "1e-3, -1, 6"
    })
    void theHelicalValleyHasItsBranchEverywhere(double x, double y, double z) throws IOException {
        double turns = Math.atan2(y, x) / (2 * Math.PI);
        double theta = turns <= -0.25 ? turns + 1 : turns;
        double radial = Math.hypot(x, y) - 1;
        double expected = 100 * ((z - 10 * theta) * (z - 10 * theta) + radial * radial) + z * z;
        double found = new FunctionObjective(function("helical_valley")).value(new double[] {x, y, z});
        assertThat(found).isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
    }

    @Test
    void derivativesOfTheHelicalValleyAreThoseOfItsValues() throws IOException {
        FunctionObjective objective = new FunctionObjective(function("helical_valley"));
        double[] theta = {-0.6, 0.4, 0.9};
        double[] gradient = new double[3];
        objective.valueAndGradient(theta, gradient);
        double[] numeric = FiniteDifferences.gradient(objective, theta);
        for (int i = 0; i < 3; i++) {
            assertThat(gradient[i]).isCloseTo(numeric[i], within(1e-6 * Math.abs(numeric[i])));
        }
    }

    /** R. D. Goldstein and J. F. Price: 3 at (0, −1); at (−0.6, −0.4) there is a local minimum of 30. */
    @Test
    void theGoldsteinPriceFunctionHasItsPublishedMinima() throws IOException {
        FunctionObjective objective = new FunctionObjective(function("goldstein_price"));
        assertThat(objective.value(new double[] {0, -1})).isCloseTo(3, within(3 * ROUNDING));
        assertThat(objective.value(new double[] {-0.6, -0.4})).isCloseTo(30, within(30 * 1e-12));
    }

    @Test
    void noMinimiserCallsAPointAMinimumThatIsNone() throws IOException {
        MinimisationTests tests = (MinimisationTests) BenchFiles.read("minitests", folder);
        MinimisationAnswer answer = new MinimisationSolver(HARDLY, phase -> {}).solve(tests);
        assertThat(answer.runs()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(answer.runs()).extracting(Run::verdict).doesNotContain(Verdict.FALSE_MINIMUM);
    }

    @Test
    void certifiedParametersGiveTheCertifiedSumOfSquaresAndStandardDeviations() throws IOException {
        NistSets sets = (NistSets) BenchFiles.read("nist", folder);
        assertThat(sets.sets()).hasSize(16);
        for (NistSet set : sets.sets()) {
            ResidualObjective objective = new ResidualObjective(set.model(), set.data(), 1);
            double[] certified = set.certified().toArray();
            double rss = objective.value(certified);
            // Certified parameters have 11 digits, and rss has their squared error; that of Lanczos1 is 1e-25.
            double digits = set.name().equals("Lanczos1") ? 0 : 8;
            assertThat(NistSolver.digits(Vector.of(rss), Vector.of(set.certifiedRss())))
                    .as(set.name())
                    .isGreaterThanOrEqualTo(digits);
            // JᵀJ of Bennett5 is so near to singular that rounding takes digits of the certified eleven.
            Vector sigmas = NistSolver.sigmas(objective, certified, set.certifiedRss());
            assertThat(NistSolver.digits(sigmas, set.certifiedSigmas()))
                    .as(set.name())
                    .isGreaterThanOrEqualTo(6);
        }
    }

    @Test
    void digitsCountTheWorstNumber() {
        Vector certified = Vector.of(1.0, -2.0);
        assertThat(NistSolver.digits(certified, certified)).isEqualTo(NistSolver.MOST_DIGITS);
        assertThat(NistSolver.digits(Vector.of(1.0, -2.02), certified)).isCloseTo(2, within(1e-10));
        assertThat(NistSolver.digits(Vector.of(Double.NaN, -2.0), certified)).isZero();
        assertThat(NistSolver.digits(Vector.of(-5.0, -2.0), certified)).isZero();
    }
}
