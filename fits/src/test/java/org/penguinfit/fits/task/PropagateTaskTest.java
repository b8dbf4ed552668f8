package org.penguinfit.fits.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.result.TaskResult;

/** Uncertainties of predictions; every expected number is a closed form that stands beside it. */
class PropagateTaskTest {
    /** Minima are good to about 1e-9 and covariances to rounding. */
    private static final double LINEAR = 1e-6;

    /** Standard errors of a Monte Carlo number: one test in a million fails by chance, and the seed is fixed. */
    private static final double STANDARD_ERRORS = 5;

    @TempDir
    private Path temp;

    private FitFolder folder(String observables, String data, String parameters, String listed) {
        return new FitFolder(temp)
                .write(
                        "theory.yaml",
                        "schema: theory/1\nparameters: {x: {}, y: {}}\nobservables: {" + observables + "}\n")
                .write("data.yaml", "\"@metadata@\": {schema: measurements/1}\nA: {values: {" + data + "}}\n")
                .write(
                        "fit.yaml",
                        "schema: fit/1\n"
                                + "title: t\n"
                                + "theory: [theory.yaml]\n"
                                + "measurements: {files: [data.yaml], include:"
                                + " [A]}\n"
                                + "parameters:"
                                + " {" + parameters + "}\n"
                                + "tasks: {t: {type: propagate, starts: 4, draws: 4000, observables: [" + listed
                                + "]}}\n");
    }

    private static final String FREE = "x: {range: \"-10:10\"}, y: {range: \"-10:10\"}";

    /** x = 1 ± 0.1, y = 2 ± 0.2, S = x + 2y: σ² = 0.01 + 0.16. */
    @Test
    void aSumAddsVariancesInBothWays() {
        TaskResult task = folder("X: x, Y: y, S: x + 2*y", "X: 1 ± 0.1, Y: 2 ± 0.2", FREE, "S")
                .task();
        assertThat(task.status()).isEqualTo(TaskResult.Status.OK);
        TaskResult.PredictionFound found = Fits.get(task.predictions(), "S");
        assertThat(found.value()).isCloseTo(5, within(LINEAR));
        assertThat(found.uncertainty()).isCloseTo(Math.sqrt(0.17), within(LINEAR));
        assertThat(Fits.get(found.budget(), "x")).isCloseTo(0.1, within(LINEAR));
        assertThat(Fits.get(found.budget(), "y")).isCloseTo(0.4, within(LINEAR));
        assertThat(Blocks.number(task, "monteCarlo", "sigma", "S"))
                .isCloseTo(Math.sqrt(0.17), error(task, "sigma", "S"));
        double z = 1.9599639845400545; // Φ⁻¹(0.975), mpmath
        assertThat(Blocks.number(task, "quantiles", "upper", "S", "95%"))
                .isCloseTo(
                        5 + z * Math.sqrt(0.17),
                        within(STANDARD_ERRORS * Blocks.number(task, "quantiles", "upperError", "S", "95%")));
        assertThat(Blocks.figure(task, "draws", "used")).isEqualTo(4000);
    }

    private static Offset<Double> error(TaskResult task, String column, String observable) {
        return within(STANDARD_ERRORS * Blocks.number(task, "monteCarlo", column + "Error", observable));
    }

    /** Every task that fits lists predictions at its best minimum: x = 1 ± 0.1, so 2x = 2 ± 0.2. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fit",
                "one-at-a-time, levels: [1σ]",
                "profile, levels: [1σ]",
                "limit, levels: [90%], methods: [profile]",
                "goodness, toys: 0",
                "significance"
            })
    void everyFitListsPredictions(String type) {
        FitFolder folder = folder("X: x, D: 2*x", "X: 1 ± 0.1", "x: {range: \"-10:10\"}", "D")
                .write(
                        "fit.yaml",
                        "schema: fit/1\n"
                                + "title: t\n"
                                + "theory: [theory.yaml]\n"
                                + "measurements: {files: [data.yaml], include: [A]}\n"
                                + "parameters: {x: {range: \"-10:10\"}}\n"
                                + "tasks: {t: {type: " + type
                                + ", observables: [D]}}\n");
        TaskResult.PredictionFound found = Fits.get(folder.task().predictions(), "D");
        assertThat(found.value()).isCloseTo(2, within(LINEAR));
        assertThat(found.uncertainty()).isCloseTo(0.2, within(LINEAR));
    }

    /** x = 1 ± 0.5, Q = x²: linear 1 ± 1; exactly E = 1 + σ² = 1.25, Var = 4σ² + 2σ⁴ = 1.125; Cov(x, Q) = 2σ² = 0.5. */
    @Test
    void monteCarloSeesTheCurvatureThatLinearPropagationMisses() {
        TaskResult task = folder("X: x, Q: x^2", "X: 1 ± 0.5", "x: {range: \"-10:10\"}", "X, Q")
                .task();
        assertThat(Fits.get(task.predictions(), "Q").value()).isCloseTo(1, within(LINEAR));
        assertThat(Fits.get(task.predictions(), "Q").uncertainty()).isCloseTo(1, within(LINEAR));
        assertThat(Blocks.number(task, "monteCarlo", "mean", "Q")).isCloseTo(1.25, error(task, "mean", "Q"));
        assertThat(Blocks.number(task, "monteCarlo", "sigma", "Q"))
                .isCloseTo(Math.sqrt(1.125), error(task, "sigma", "Q"));
        assertThat(Blocks.number(task, "covariance", "linear", "Q", "X")).isCloseTo(0.5, within(LINEAR));
        assertThat(Blocks.number(task, "covariance", "correlation", "Q", "X")).isCloseTo(1, within(LINEAR));
        assertThat(Blocks.number(task, "covariance", "monteCarlo", "Q", "X"))
                .isCloseTo(
                        0.5, within(STANDARD_ERRORS * Blocks.number(task, "covariance", "monteCarloError", "Q", "X")));
    }

    /** x = 1 ± 0.5 and x + y = 3 ± 1: V_yy = 1.25, V_xy = −0.25; D = y − x has σ² = 0.25 + 1.25 + 0.5 = 2. */
    @Test
    void theBudgetShowsWhatCorrelationsAdd() {
        TaskResult task = folder("X: x, T: x + y, D: y - x", "X: 1 ± 0.5, T: 3 ± 1", FREE, "D")
                .task();
        assertThat(Fits.get(task.predictions(), "D").uncertainty()).isCloseTo(Math.sqrt(2), within(LINEAR));
        assertThat(Blocks.number(task, "budget", "sigma", "D", "x")).isCloseTo(0.5, within(LINEAR));
        assertThat(Blocks.number(task, "budget", "sigma", "D", "y")).isCloseTo(Math.sqrt(1.25), within(LINEAR));
        assertThat(Blocks.number(task, "budget", "fraction", "D", "x", "y")).isCloseTo(0.25, within(LINEAR));
        double sum = Blocks.rows(task, "budget").stream()
                .mapToDouble(row -> (Double) Objects.requireNonNull(row.get(4)))
                .sum();
        assertThat(sum).isCloseTo(1, within(LINEAR));
    }

    /** x = 1 ± 1 within [0, 10]: Φ(−1) = 15.87 % of the draws lie outside, so of 4000/0.8413 drawn about 754. */
    @Test
    void drawsOutsideTheRangeAreCountedAndDrawnAnew() {
        TaskResult task =
                folder("X: x", "X: 1 ± 1", "x: {range: \"0:10\"}", "X").task();
        assertThat(Blocks.figure(task, "draws", "used")).isEqualTo(4000);
        // negative binomial: mean r (1 − p)/p, variance r (1 − p)/p²
        assertThat(Blocks.figure(task, "draws", "outside"))
                .isCloseTo(754.3, within(STANDARD_ERRORS * Math.sqrt(754.3 / 0.8413)));
    }

    /** 1/√(x + 1.5) has no value below x = −1.5, which is 2.5 σ away: Φ(−2.5) = 0.62 % of the draws. */
    @Test
    void drawsWithoutAPredictionAreCounted() {
        TaskResult task = folder("X: x, R: 1/sqrt(x + 1.5)", "X: 1 ± 1", "x: {range: \"-10:10\"}", "R")
                .task();
        double expected = 4000 * 0.006209665325776132; // mpmath: ncdf(-2.5)
        assertThat(Blocks.figure(task, "draws", "failed"))
                .isCloseTo(expected, within(STANDARD_ERRORS * Math.sqrt(expected)));
        assertThat(Blocks.figure(task, "draws", "used") + Blocks.figure(task, "draws", "failed"))
                .isEqualTo(4000);
    }

    /** x + y = 3 ± 1 alone fixes one of two parameters: no covariance, no uncertainty, and the status says so. */
    @Test
    void withoutACovarianceThereIsNoUncertainty() {
        TaskResult task = folder("T: x + y", "T: 3 ± 1", FREE, "T").task();
        assertThat(task.status()).isEqualTo(TaskResult.Status.NOT_CONVERGED);
        assertThat(Fits.get(task.predictions(), "T").value()).isCloseTo(3, within(LINEAR));
        assertThat(Fits.get(task.predictions(), "T").uncertainty()).isNull();
        assertThat(task.blocks()).isEmpty();
        assertThat(task.notes()).anyMatch(note -> note.contains("has no covariance"));
    }

    @Test
    void keepsTheContractOfResults() throws IOException {
        ResultsContract.requireOf(folder("X: x, T: x + y, D: y - x^2", "X: 1 ± 0.5, T: 3 ± 1", FREE, "D, T")
                .request("fit.yaml"));
    }
}
