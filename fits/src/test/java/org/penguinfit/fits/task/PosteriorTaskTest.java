package org.penguinfit.fits.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.result.TaskResult;

/** Posteriors with known moments: closed forms, or quadrature by reference/posterior.py. */
class PosteriorTaskTest {
    /** Standard errors of a Monte Carlo number; the seed is fixed. */
    private static final double STANDARD_ERRORS = 5;

    /** Ends of highest-density sets in standard deviations: 0.04 root mean square from 4000 draws (MarginalDensity). */
    private static final double END = 0.16;

    @TempDir
    private Path temp;

    private FitFolder folder(String observable, String value, String parameters, String keys) {
        return new FitFolder(temp)
                .write(
                        "theory.yaml",
                        "schema: theory/1\nparameters: {x: {}, y: {}}\nobservables: {O: \"" + observable
                                + "\", Q: x^2}\n")
                .write("data.yaml", "\"@metadata@\": {schema: measurements/1}\nA: {values: {O: \"" + value + "\"}}\n")
                .write(
                        "fit.yaml",
                        "schema: fit/1\ntitle: t\ntheory: [theory.yaml]\nmeasurements: {files: [data.yaml], include: [A]}\n"
                                + "parameters: {" + parameters + "}\n"
                                + "tasks: {t: {type: posterior, starts: 8, levels: [68.27%, 95%], warmup: 500, draws: 1000"
                                + keys + "}}\n");
    }

    private static void requireMoments(TaskResult task, String parameter, double mean, double sigma) {
        assertThat(task.status()).isEqualTo(TaskResult.Status.OK);
        assertThat(Blocks.number(task, "posterior", "mean", parameter))
                .isCloseTo(mean, within(STANDARD_ERRORS * Blocks.number(task, "posterior", "meanError", parameter)));
        assertThat(Blocks.number(task, "posterior", "sigma", parameter))
                .isCloseTo(sigma, within(STANDARD_ERRORS * Blocks.number(task, "posterior", "sigmaError", parameter)));
    }

    /** x = 2 ± 1 times the prior 0 ± 1: 1 ± 1/√2, by both samplers. */
    @ParameterizedTest
    @ValueSource(strings = {"nuts", "ensemble"})
    void aGaussianPriorCombinesLikeAMeasurement(String sampler) {
        TaskResult task = folder(
                        "x",
                        "2 ± 1",
                        "x: {range: \"-9:9\"}",
                        ", sampler: " + sampler + ", priors: {x: {kind: gaussian, central: 0, sigma: 1}}")
                .task();
        double sigma = Math.sqrt(0.5);
        requireMoments(task, "x", 1, sigma);
        assertThat(Fits.ends(task, "x", "68.27%"))
                .containsExactly(new double[] {1 - sigma, 1 + sigma}, within(END * sigma));
        assertThat(Blocks.number(task, "diagnostics", "rHat", "x")).isLessThan(1.01);
        assertThat(Blocks.cell(task, "priors", "prior", "x")).isEqualTo("Gaussian 0 ± 1");
        assertThat(Blocks.cell(task, "priors", "source", "x")).isEqualTo("fit config");
        assertThat(Blocks.rows(task, "sample")).hasSizeBetween(500, 1000);
    }

    /** reference/posterior.txt. */
    @ParameterizedTest
    @CsvSource({
        "'{kind: log-normal, central: 1, factor: 1.5}', 1.213041, 0.460855, 0.6538, 1.4999",
        "'{kind: asymmetric, central: 0, plus: 2, minus: 1}', 1.606559, 0.886429, 0.7090, 2.4910"
    })
    void skewPriorsMatchQuadrature(String prior, double mean, double sigma, double lower, double upper) {
        TaskResult task = folder("x", "2 ± 1", "x: {range: \"-10:10\"}", ", priors: {x: " + prior + "}")
                .task();
        requireMoments(task, "x", mean, sigma);
        assertThat(Fits.ends(task, "x", "68.27%")).containsExactly(new double[] {lower, upper}, within(END * sigma));
    }

    /** x = −1 ± 1 with x > 0: reference/posterior.txt; the set begins at the bound. */
    @Test
    void aFlatPriorEndsAtTheRange() {
        TaskResult task = folder("x", "-1 ± 1", "x: {range: \"0:10\"}", "").task();
        requireMoments(task, "x", 0.525135, 0.446204);
        assertThat(Fits.ends(task, "x", "95%")).containsExactly(new double[] {0, 1.411994}, within(END * 0.446204));
        assertThat(task.clipped()).containsExactly("x");
        assertThat(Blocks.cell(task, "priors", "prior", "x")).isEqualTo("flat in [0, 10]");
    }

    /** x² = 4 ± 1.5: two modes of equal weight, a set of two segments; reference/posterior.txt. */
    @ParameterizedTest
    @ValueSource(strings = {"nuts", "ensemble"})
    void highestDensitySetsHaveASegmentForEachMode(String sampler) {
        TaskResult task = folder("x^2", "4 ± 1.5", "x: {range: \"-5:5\"}", ", sampler: " + sampler)
                .task();
        requireMoments(task, "x", 0, 1.904031);
        assertThat(Fits.ends(task, "x", "68.27%"))
                .containsExactly(new double[] {-2.3732, -1.5388, 1.5388, 2.3732}, within(END * 0.5)); // width of a mode
    }

    /** O = x + y = 3 ± 1. With y = 1 ± 0.5 constrained x = 2 ± √1.25; a prior y = 0 ± 2 instead gives x = 3 ± √5. */
    @ParameterizedTest
    @CsvSource({"'', 2, 1.25", "', priors: {y: {kind: gaussian, central: 0, sigma: 2}}', 3, 5"})
    void aPriorReplacesTheConstraintOfItsParameter(String keys, double mean, double variance) {
        TaskResult task = folder(
                        "x + y", "3 ± 1", "x: {range: \"-40:40\"}, y: {range: \"-40:40\", constraint: 1 ± 0.5}", keys)
                .task();
        requireMoments(task, "x", mean, Math.sqrt(variance));
    }

    /** x = 2 ± 1 with a flat prior: Q = x² has mean 4 + 1 and variance 4·4·1 + 2. */
    @Test
    void predictionsComeFromTheDraws() {
        TaskResult task = folder("x", "2 ± 1", "x: {range: \"-10:10\"}", ", observables: [Q]")
                .task();
        assertThat(Blocks.number(task, "monteCarlo", "mean", "Q"))
                .isCloseTo(5, within(STANDARD_ERRORS * Blocks.number(task, "monteCarlo", "meanError", "Q")));
        assertThat(Blocks.number(task, "monteCarlo", "sigma", "Q"))
                .isCloseTo(
                        Math.sqrt(18), within(STANDARD_ERRORS * Blocks.number(task, "monteCarlo", "sigmaError", "Q")));
    }

    @Test
    void tooFewDrawsAreNotConverged() {
        FitFolder folder = folder("x", "2 ± 1", "x: {range: \"-10:10\"}", "");
        folder.write("fit.yaml", """
                schema: fit/1
                title: t
                theory: [theory.yaml]
                measurements: {files: [data.yaml], include: [A]}
                parameters: {x: {range: "-10:10"}}
                tasks: {t: {type: posterior, starts: 2, levels: [95%], chains: 2, warmup: 100, draws: 100}}
                """);
        TaskResult task = folder.task();
        assertThat(task.status()).isEqualTo(TaskResult.Status.NOT_CONVERGED);
        assertThat(task.notes()).contains("do not trust this sample: see its status and diagnostics");
    }

    @Test
    void aLogNormalPriorNeedsPositiveValues() {
        assertThat(folder(
                                "x",
                                "2 ± 1",
                                "x: {range: \"-9:-1\"}",
                                ", priors: {x: {kind: log-normal, central: 1, factor: 2}}")
                        .problems())
                .anyMatch(line -> line.contains("needs a range that reaches above 0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nuts", "ensemble"})
    void keepsTheContractOfResults(String sampler) throws IOException {
        FitFolder folder = folder("x^2 + y", "4 ± 1.5", "x: {range: \"-5:5\"}", "")
                .write("fit.yaml", """
                schema: fit/1
                title: t
                theory: [theory.yaml]
                measurements: {files: [data.yaml], include: [A]}
                parameters: {x: {range: "-5:5"}, y: {range: "-9:9", constraint: 1 ± 0.5}}
                tasks:
                  t: {type: posterior, starts: 4, levels: [95%], chains: 3, warmup: 100, draws: 150, sampler: SAMPLER, observables: [Q]}
                """.replace("SAMPLER", sampler));
        ResultsContract.requireOf(folder.request("fit.yaml"));
    }
}
