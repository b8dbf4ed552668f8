package org.penguinfit.fits.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.result.TaskResult;

/** Predictions at points and what was measured; every expected number is a closed form that stands beside it. */
class PredictTaskTest {
    /** Nothing but rounding separates a formula from its closed form. */
    private static final double ROUNDING = 1e-12;

    /** Standard errors of a Monte Carlo number: one test in a million fails by chance, and the seed is fixed. */
    private static final double STANDARD_ERRORS = 5;

    @TempDir
    private Path temp;

    /** L = x + 3a + 4b and M = x·y + 12a with a, b = 0 ± 1. */
    private FitFolder folder(String data, String keys) {
        return new FitFolder(temp)
                .write("theory.yaml", """
                    schema: theory/1
                    parameters:
                      x: {default: 1}
                      y: {default: 2}
                      a: {kind: nuisance, constraint: 0 ± 1}
                      b: {kind: nuisance, constraint: 0 ± 1}
                    observables: {L: x + 3*a + 4*b, M: x*y + 12*a}
                    """)
                .write("data.yaml", "\"@metadata@\": {schema: measurements/1}\n" + data)
                .write(
                        "fit.yaml",
                        "schema: fit/1\n"
                                + "title: t\n"
                                + "theory: [theory.yaml]\n"
                                + "measurements: {files: [data.yaml]}\n"
                                + "parameters: {x: {}}\n"
                                + "tasks: {t: {type: predict, observables: [L, M], nuisances: [a, b], " + keys
                                + "}}\n");
    }

    private static final String NO_DATA = "A: {values: {L: 1 ± 1}}\n";

    /** At y: 5 all points hold y; M is x·5 = 5 at the default x = 1, 10 at x = 2 and 21 at x = 3, y = 7. */
    @Test
    void everyPointStartsFromWhatTheTaskHolds() {
        TaskResult task = folder(NO_DATA, "at: {y: 5}, points: {here: {}, there: {x: 2}, far: {x: 3, y: 7}}")
                .task();
        assertThat(Fits.get(task.predictions(), "M at here").value()).isCloseTo(5, within(ROUNDING));
        assertThat(Fits.get(task.predictions(), "M at there").value()).isCloseTo(10, within(ROUNDING));
        assertThat(Fits.get(task.predictions(), "M at far").value()).isCloseTo(21, within(ROUNDING));
        assertThat(Blocks.number(task, "predicted", "value far", "M")).isCloseTo(21, within(ROUNDING));
        assertThat(Blocks.number(task, "predicted", "sigma far", "L")).isCloseTo(5, within(ROUNDING));
        assertThat(task.notes()).containsExactly("here: y = 5", "there: x = 2", "far: x = 3, y = 7");
    }

    /** σ_L = √(3² + 4²) = 5, σ_M = 12, covariance 3·12 = 36, correlation 0.6; parts of σ_L² 0.36 and 0.64. */
    @Test
    void budgetAndCovarianceOfOnePoint() {
        TaskResult task = folder(NO_DATA, "draws: 4000").task();
        assertThat(Fits.get(task.predictions(), "L").uncertainty()).isCloseTo(5, within(ROUNDING));
        assertThat(Blocks.number(task, "budget", "fraction", "L", "a")).isCloseTo(0.36, within(ROUNDING));
        assertThat(Blocks.number(task, "budget", "fraction", "L", "b")).isCloseTo(0.64, within(ROUNDING));
        assertThat(Blocks.number(task, "covariance", "linear", "M", "L")).isCloseTo(36, within(ROUNDING));
        assertThat(Blocks.number(task, "covariance", "correlation", "M", "L")).isCloseTo(0.6, within(ROUNDING));
        assertThat(Blocks.number(task, "monteCarlo", "sigma", "L")).isCloseTo(5, error(task, "sigma", "L"));
        assertThat(Blocks.number(task, "covariance", "monteCarlo", "M", "L"))
                .isCloseTo(
                        36, within(STANDARD_ERRORS * Blocks.number(task, "covariance", "monteCarloError", "M", "L")));
    }

    private static Offset<Double> error(TaskResult task, String column, String observable) {
        return within(STANDARD_ERRORS * Blocks.number(task, "monteCarlo", column + "Error", observable));
    }

    /** Every point takes the same draws, and L − x is the same at all: its draws differ by 2 exactly, so σ is the same. */
    @Test
    void pointsShareTheirDraws() {
        TaskResult task =
                folder(NO_DATA, "draws: 1000, points: {p: {x: 1}, q: {x: 3}}").task();
        assertThat(Blocks.number(task, "monteCarlo", "mean", "L at q")
                        - Blocks.number(task, "monteCarlo", "mean", "L at p"))
                .isCloseTo(2, within(1e-9));
        assertThat(Blocks.number(task, "covariance", "correlation", "L at q", "L at p"))
                .isCloseTo(1, within(ROUNDING));
        assertThat(Blocks.figure(task, "draws", "used")).isGreaterThanOrEqualTo(1000);
    }

    @Test
    void sourcesGroupTheBudget() {
        TaskResult task = folder(NO_DATA, "sources: {both: [a, b]}").task();
        assertThat(Fits.get(task.predictions(), "L").budget()).containsOnlyKeys("both");
        assertThat(Fits.get(Fits.get(task.predictions(), "L").budget(), "both")).isCloseTo(5, within(ROUNDING));
    }

    /**
     * L = 1 ± 5 against what is measured: (1 − m)/√(25 + σ²) with the side of σ that faces the prediction: 12 for the plus
     * side gives 13.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "4 ± 12, -0.23076923076923078", // −3/13
        "-25 +12 -1, 2", // 26/13
        "27 +1 -12, -2", // −26/13
        "4 ± 1 (stat) ± 1 (syst), -0.5773502691896258", // −3/√27
    })
    void pullsTakeTheSideThatFacesThePrediction(String published, double pull) {
        TaskResult task =
                folder("A: {values: {L: " + published + "}}\n", "use: [A]").task();
        assertThat(Blocks.number(task, "comparison", "pull", "L", "A", "Standard Model"))
                .isCloseTo(pull, within(ROUNDING));
        assertThat(Blocks.cell(task, "comparison", "verdict", "L", "A")).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "< 2 @ 90% CL, below the limit 2 at 90% CL",
        "< 0.5 @ 95% CL, above the limit 0.5 at 95% CL",
        "'[0, 2]', within the range 0 to 2",
        "'[2, 3]', below the range 2 to 3",
        "'[-2, 0]', above the range -2 to 0"
    })
    void limitsAndRangesHaveWords(String published, String verdict) {
        TaskResult task =
                folder("A: {values: {L: \"" + published + "\"}}\n", "use: [A]").task();
        assertThat(Blocks.cell(task, "comparison", "verdict", "L", "A")).isEqualTo(verdict);
        assertThat(Blocks.cell(task, "comparison", "pull", "L", "A")).isNull();
    }

    /** The same data twice may stand side by side; of a measurement only what the task lists is shown. */
    @Test
    void measurementsStandBesideEachOther() {
        TaskResult task = folder("""
            A: {values: {L: 1 ± 1, N: 3 ± 1}}
            B: {derived-from: A, status: derived, values: {M: 2 ± 1, L: 2 ± 1}}
            """, "use: [A, B]").task();
        assertThat(Blocks.rows(task, "experiment"))
                .extracting(row -> List.of(String.valueOf(row.get(0)), String.valueOf(row.get(1))))
                .containsExactly(List.of("L", "A"), List.of("L", "B"), List.of("M", "B"));
    }

    /** M at y: 7 is 7, and 14 at x = 2; the paper's numbers have the names of the points. */
    @Test
    void printedNumbersNameTheirPoint() {
        TaskResult task = folder(
                        NO_DATA,
                        "at: {y: 7}, points: {p: {}, q: {x: 2}}, published: {where: here, values: {M at q: 14 +- 12, M"
                                + " at p: 8}}")
                .task();
        assertThat(Blocks.rows(task, "printed")).extracting(row -> row.get(5)).containsExactly("yes", "yes", "no");
    }

    @Test
    void keepsTheContractOfResults() throws IOException {
        ResultsContract.requireOf(
                folder("A: {values: {L: 1 ± 1, M: < 3 @ 90% CL}}\n", "use: [A], draws: 200, points: {p: {}, q: {x: 2}}")
                        .request("fit.yaml"));
    }
}
