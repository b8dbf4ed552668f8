package org.penguinfit.fits.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.TaskResult;

/**
 * Uncertainties of predictions, A = C ± 0.2 and B = 1 + 2C ± 0.5 with correlation 0.6, against closed forms: T = (0.04, 0.06;
 * 0.06, 0.25).
 */
class TheoryUncertaintyTest {
    /** Minima are polished until rounding; ends of profiles are good to 1e-7. */
    private static final double SOLVED = 1e-7;

    private static final String TABLE = """
        {"$schema": "https://json.schemastore.org/popxf-1.0.json",
         "metadata": {"observable_names": ["A", "B"], "parameters": ["C"], "basis": {"custom": "test"}, "scale": 5,
          "polynomial_degree": 1},
         "data": {"observable_central": {"('',)": [0, 1], "('C',)": [1, 2]}, "observable_uncertainties": %s}}
        """;

    private static final String CORRELATIONS = """
        {"$schema": "https://json.schemastore.org/popxf-corr-1.0.json",
         "1335f4c2cba67c59de10ff91b3cdf050": {"row_names": ["A", "B"], "col_names": ["A", "B"],
          "correlations": {"total": %s}}}
        """;

    @TempDir
    private Path temp;

    private FitFolder folder;

    @BeforeEach
    void writeTable() {
        folder = new FitFolder(temp)
                .write("table.json", TABLE.formatted("{\"total\": [0.2, 0.5]}"))
                .write("table.corr.json", CORRELATIONS.formatted("[[1, 0.6], [0.6, 1]]"));
    }

    private FitFolder fit(String values, String tasks) {
        return folder.write("data.yaml", "\"@metadata@\": {schema: measurements/1}\nm:\n" + values)
                .write(
                        "fit.yaml",
                        """
                    schema: fit/1
                    title: t
                    theory: [table]
                    measurements: {files: [data.yaml], include: [m]%s}
                    parameters: {C: {range: "-20:20"}}
                    """.formatted(tasks.contains("leave-out") ? ", " + tasks.substring(0, tasks.indexOf('\n')) : "")
                                + (tasks.contains("leave-out") ? tasks.substring(tasks.indexOf('\n') + 1) : tasks));
    }

    private static final String BLOCK = """
          values:
            - {name: A, value: 1.2 ± 0.3}
            - {name: B, value: 2.6 ± 0.4}
          correlation: 0.25
        """;

    /**
     * E = (0.09, 0.03; 0.03, 0.16) and V = E + T = (0.13, 0.09; 0.09, 0.41) with determinant 0.0452. For the slopes s = (1, 2)
     * and r = d - (0, 1) = (1.2, 1.6): 0.0452 sV⁻¹s = 0.57, 0.0452 sV⁻¹r = 0.548, 0.0452 rV⁻¹r = 0.5776. Profiling nuisance
     * parameters of a linear Gaussian model is the same as adding their covariance.
     */
    @ParameterizedTest
    @ValueSource(strings = {"nuisance", "covariance"})
    void bothWaysAreTheSameForALinearModel(String way) {
        TaskResult joint = fit(BLOCK, "theory-uncertainty: " + way + "\ntasks: {t: {type: fit, levels: [1σ]}}")
                .task();
        double best = 0.548 / 0.57;
        double sigma = Math.sqrt(0.0452 / 0.57);
        assertThat(joint.minima().get(0).parameters().get("C")).isCloseTo(best, within(SOLVED));
        assertThat(joint.minima().get(0).uncertainties().get("C")).isCloseTo(sigma, within(SOLVED));
        assertThat(joint.minima().get(0).chi2()).isCloseTo((0.5776 - 0.548 * 0.548 / 0.57) / 0.0452, within(SOLVED));
        assertThat(Fits.ends(joint, "C", "1σ"))
                .containsExactly(new double[] {best - sigma, best + sigma}, within(SOLVED));
        TaskResult.Goodness goodness = Objects.requireNonNull(joint.fit());
        assertThat(goodness.chi2Sm()).isCloseTo(0.5776 / 0.0452, within(SOLVED));
        assertThat(goodness.ndof()).isEqualTo(1);
    }

    /** The same along one parameter, which for a covariance is exact. */
    @ParameterizedTest
    @ValueSource(strings = {"nuisance", "covariance"})
    void bothWaysAreTheSameAlongOneParameter(String way) {
        TaskResult alone = fit(
                        BLOCK, "tasks: {t: {type: one-at-a-time, levels: [2σ], theory-uncertainty: " + way + "}}")
                .task();
        double sigma = Math.sqrt(0.0452 / 0.57);
        assertThat(Fits.ends(alone, "C", "2σ"))
                .containsExactly(new double[] {0.548 / 0.57 - 2 * sigma, 0.548 / 0.57 + 2 * sigma}, within(SOLVED));
    }

    /** Two measurements of A share its whole theory uncertainty: C = 2 ± √(0.02/2 + 0.04), not √((0.02 + 0.04)/2). */
    @ParameterizedTest
    @ValueSource(strings = {"nuisance", "covariance"})
    void measurementsOfOneObservableShareItsUncertainty(String way) {
        TaskResult task = folder.write("data.yaml", """
                "@metadata@": {schema: measurements/1}
                m: {values: [{name: A, value: 2 ± 0.14142135623730951}]}
                n: {values: [{name: A, value: 2 ± 0.14142135623730951}]}
                """)
                .write("fit.yaml", """
                schema: fit/1
                title: t
                theory: [table]
                theory-uncertainty: WAY
                measurements: {files: [data.yaml], include: [m, n]}
                parameters: {C: {range: "-20:20"}}
                tasks: {t: {type: fit}}
                """.replace("WAY", way))
                .task();
        assertThat(task.minima().get(0).uncertainties().get("C")).isCloseTo(Math.sqrt(0.05), within(SOLVED));
        assertThat(task.pulls()).extracting(TaskResult.PullFound::measurement).containsExactly("m", "n");
    }

    /** σ₊² = 0.09 + 0.04 and σ₋² = 0.16 + 0.04. */
    @Test
    void unequalSidesStayUnequal() {
        TaskResult task = fit(
                        "  values: [{name: A, value: 1 +0.3 -0.4}]",
                        "theory-uncertainty: covariance\ntasks: {t: {type: one-at-a-time, levels: [1σ]}}")
                .task();
        assertThat(Fits.ends(task, "C", "1σ"))
                .containsExactly(new double[] {1 - Math.sqrt(0.2), 1 + Math.sqrt(0.13)}, within(SOLVED));
        assertThat(task.data().get(0).rule()).endsWith("theory covariance added");
    }

    /** A half-Gaussian limit of 2 at 90 % has σ = 2/1.6448536 with or without a theory covariance. */
    @Test
    void limitsStayAsTheyAre() {
        TaskResult task = fit(
                        "  values: [{name: A, value: < 2 @ 90% CL}]",
                        "theory-uncertainty: covariance\ntasks: {t: {type: one-at-a-time, levels: [1σ]}}")
                .task();
        double sigma = 2 / 1.6448536269514722;
        assertThat(Fits.ends(task, "C", "1σ")).containsExactly(new double[] {-sigma, sigma}, within(SOLVED));
    }

    /**
     * Uncertain coefficients: A = (0 ± 0.2) + (1 ± 0.1) C. Freed as nuisance parameters they make V(C) = 0.09 + 0.04 + 0.01 C²,
     * without a term ln V: Δχ² = 1 at (2 - C)² = V(C), or 0.99 C² - 4 C + 3.87 = 0. The covariance stays that at C = 0.
     */
    @ParameterizedTest
    @ValueSource(strings = {"nuisance", "covariance"})
    void uncertaintiesOfCoefficientsFollowTheParametersOnlyAsNuisanceParameters(String way) {
        folder.write("table.json", TABLE.formatted("{\"total\": {\"('',)\": [0.2, 0.5], \"('C',)\": [0.1, 0]}}"))
                .write(
                        "table.corr.json",
                        CORRELATIONS.formatted("[[[[1,0],[0,1]],[[0,0],[0,0]]],[[[0,0],[0,0]],[[1,0],[0,1]]]]"));
        TaskResult task = fit(
                        "  values: [{name: A, value: 2 ± 0.3}]",
                        "theory-uncertainty: " + way + "\ntasks: {t: {type: one-at-a-time, levels: [1σ]}}")
                .task();
        double root = Math.sqrt(16 - 4 * 0.99 * 3.87);
        double[] ends = way.equals("nuisance")
                ? new double[] {(4 - root) / 1.98, (4 + root) / 1.98}
                : new double[] {2 - Math.sqrt(0.13), 2 + Math.sqrt(0.13)};
        assertThat(Fits.ends(task, "C", "1σ")).containsExactly(ends, within(SOLVED));
    }

    @Test
    void aFitThatSaysNothingIsToldSo() {
        FitResult silent = fit(BLOCK, "tasks: {t: {type: fit}}").run();
        assertThat(silent.notes()).anyMatch(note -> note.contains("theory-uncertainty"));
        FitResult none =
                fit(BLOCK, "theory-uncertainty: none\ntasks: {t: {type: fit}}").run();
        assertThat(none.notes()).isEmpty();
        assertThat(Fits.task(none, "t").minima())
                .isEqualTo(Fits.task(silent, "t").minima());
    }

    /** Of the block only A = 1.2 ± 0.3 is left: C = 1.2 ± 0.3, χ² = 0. */
    @Test
    void anObservableIsLeftOutOfABlock() {
        FitResult result = fit(BLOCK, """
            leave-out: {B: too hard to predict}
            theory-uncertainty: none
            tasks: {t: {type: fit}}
            """).run();
        TaskResult task = Fits.task(result, "t");
        assertThat(task.minima().get(0).parameters().get("C")).isCloseTo(1.2, within(SOLVED));
        assertThat(task.minima().get(0).uncertainties().get("C")).isCloseTo(0.3, within(SOLVED));
        assertThat(result.notes()).containsExactly("left out: B of 'm' (too hard to predict)");
    }

    @Test
    void aMeasurementOfWhichNothingIsLeftIsSkipped() {
        FitResult result = fit("  values: [{name: B, value: 2 ± 0.3}]", """
            leave-out: {"B*": too hard to predict}
            theory-uncertainty: none
            tasks: {t: {type: fit}}
            """).run();
        assertThat(Fits.task(result, "t").status()).isEqualTo(TaskResult.Status.NO_DATA);
        assertThat(result.skipped()).containsExactly(new FitResult.Skip("m", "B left out: too hard to predict"));
    }
}
