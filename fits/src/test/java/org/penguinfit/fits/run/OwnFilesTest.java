package org.penguinfit.fits.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.plan.FitRequest;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;

/** A user's own fit, theory and data, in a folder anywhere; every expected number is a closed form that stands beside it. */
class OwnFilesTest {
    /** Roots of polynomials of low degree with numbers near 1. */
    private static final double EXACT = 1e-12;

    /** Minimisers stop at 1e-9 in −2 ln L; near a minimum of curvature 1 that is 3e-5, polished by a last Newton step. */
    private static final double MINIMISED = 1e-6;

    /** Refined ends of a profile or scan. */
    private static final double SCANNED = 1e-6;

    private static final double Q90 = 1.2815515655446004; // Φ⁻¹(0.9), mpmath: sqrt(2)*erfinv(0.8)

    private static final String HEADER = "\"@metadata@\": {schema: measurements/1}\n";

    @TempDir
    private Path temp;

    /** One observable O of one parameter x, range −10 to 10, one measurement. */
    private FitFolder folder(String expression, String value, String task) {
        return new FitFolder(temp)
                .write(
                        "theory.yaml",
                        "schema: theory/1\nparameters: {x: {}, y: {}}\nobservables: {O: " + expression + "}\n")
                .write("data.yaml", HEADER + "A:\n  values:\n    - {name: O, " + value + "}\n")
                .write("fit.yaml", """
                        schema: fit/1
                        title: t
                        theory: [theory.yaml]
                        measurements: {files: [data.yaml], include: [A]}
                        parameters: {x: {range: "-10:10"}}
                        tasks:
                          t: TASK
                        """.replace("TASK", task));
    }

    private TaskResult oneAtATime(String expression, String value) {
        return folder(expression, value, "{type: one-at-a-time, levels: [1σ, 2σ, 90%]}")
                .task();
    }

    @Test
    void pathsAreRelativeToTheFitAndNamesMayHoldBlanks() {
        FitFolder folder = new FitFolder(temp)
                .write("my fits/fit one.yaml", """
                        schema: fit/1
                        title: t
                        theory: ["../my theory/the theory"]
                        measurements: {files: ["data of mine.yaml"], include: ["A new: result"]}
                        parameters: {x: {range: "-10:10"}}
                        tasks: {t: {type: one-at-a-time, levels: [1σ]}}
                        """)
                .write(
                        "my theory/the theory.yaml",
                        "schema: theory/1\nparameters: {x: {}}\nobservables: {\"O of x\": 2*x}\n")
                .write("my fits/data of mine.yaml", HEADER + "\"A new: result\": {values: {O of x: 4 ± 1}}\n");
        FitResult result = Fits.run(folder.request("my fits/fit one.yaml"));
        assertThat(Fits.ends(Fits.task(result, "t"), "x", "1σ"))
                .containsExactly(new double[] {1.5, 2.5}, within(EXACT));
    }

    @Test
    void ownTheoryOfThePackedNameWins() {
        new FitFolder(temp).write("bsnunu-2021.yaml", "schema: theory/1\nparameters: {x: {}}\nobservables: {O: 3*x}\n");
        FitFolder folder = folder("x", "value: 6 ± 3", "{type: one-at-a-time, levels: [1σ]}");
        FitRequest changed = new FitRequest(
                folder.path("fit.yaml").toString(),
                java.util.List.of(),
                java.util.List.of("theory=bsnunu-2021"),
                null,
                null);
        assertThat(Fits.ends(Fits.task(Fits.run(changed), "t"), "x", "1σ"))
                .containsExactly(new double[] {1, 3}, within(EXACT));
    }

    /** The unit of the data must be that of the prediction, then numbers are compared as they are. */
    @Test
    void unitsThatAgreeAreAccepted() {
        FitFolder folder = folder(
                "{expression: 17*x, unit: ps^-1}",
                "value: 17 ± 17, unit: ps^-1",
                "{type: one-at-a-time, levels: [1σ]}");
        assertThat(Fits.ends(folder.task(), "x", "1σ")).containsExactly(new double[] {0, 2}, within(EXACT));
    }

    /**
     * O = x, P = 2 x with data (1, 3), errors (1, 1), ρ = 1/2: h = (1, 2), C⁻¹ = (4/3)[[1, −½], [−½, 1]], hᵀC⁻¹h = 4,
     * hᵀC⁻¹d = (4/3)(1·1 − ½·(3 + 2) + 2·3) = 6, dᵀC⁻¹d = (4/3)(1 − 3 + 9) = 28/3; x̂ = 3/2, σ = 1/2, χ² = 28/3 − 9.
     */
    @Test
    void correlatedResultsAreOneTerm() {
        FitFolder folder = folder("x", "value: 1 ± 1", "{type: one-at-a-time, levels: [1σ]}")
                .write("theory.yaml", "schema: theory/1\nparameters: {x: {}}\nobservables: {O: x, P: 2*x}\n")
                .write("data.yaml", HEADER + """
                        A:
                          values: {O: 1 ± 1, P: 3 ± 1}
                          correlations: {total: [[1, 0.5], [0.5, 1]]}
                        """);
        TaskResult task = folder.task();
        MinimumFound minimum = Fits.minima(task, "x").get(0);
        assertThat(Fits.at(minimum, "x")).isCloseTo(1.5, within(EXACT));
        assertThat(Fits.get(minimum.uncertainties(), "x")).isCloseTo(0.5, within(EXACT));
        assertThat(minimum.chi2()).isCloseTo(28.0 / 3 - 9, within(EXACT));
        assertThat(Fits.ends(task, "x", "1σ")).containsExactly(new double[] {1, 2}, within(EXACT));
        assertThat(task.pulls()).hasSize(2);
        assertThat(task.pulls().stream().mapToDouble(TaskResult.PullFound::chi2).sum())
                .isCloseTo(minimum.chi2(), within(EXACT));
    }

    /**
     * 1 +0.5 −0.3, all methods: 1σ is [0.7, 1.5]. 2σ: split [0.4, 2]; with z = μ − 1, linear-sigma z = ±2(0.375 + 0.25 z),
     * so z = 0.75/0.5 = 1.5 and −0.75/1.5 = −0.5; linear-variance z² = 4(0.15 + 0.2 z), so z = 0.4 ± √0.76.
     */
    @ParameterizedTest
    @CsvSource({"split, 0.4, 2", "linear-sigma, 0.5, 2.5", "linear-variance, 0.5282202112918648, 2.2717797887081347"})
    void asymmetricErrorsFollowTheirMethod(String method, double low, double high) {
        TaskResult task = oneAtATime(
                "x", "likelihood: {type: asymmetric, central: 1, plus: 0.5, minus: 0.3, method: " + method + "}");
        assertThat(Fits.at(Fits.minima(task, "x").get(0), "x")).isCloseTo(1, within(MINIMISED));
        assertThat(Fits.ends(task, "x", "1σ")).containsExactly(new double[] {0.7, 1.5}, within(SCANNED));
        assertThat(Fits.ends(task, "x", "2σ")).containsExactly(new double[] {low, high}, within(SCANNED));
    }

    /** 0 ≤ x² ≤ 4 with −2 ln L = 0 inside: every level is [−2, 2]. */
    @Test
    void rangeIsFlatInsideAndImpossibleOutside() {
        TaskResult task = oneAtATime("x^2", "value: \"[0, 4]\"");
        for (String level : new String[] {"1σ", "90%", "2σ"}) {
            assertThat(Fits.ends(task, "x", level)).containsExactly(new double[] {-2, 2}, within(SCANNED));
        }
        assertThat(task.minima())
                .isNotEmpty()
                .allSatisfy(m -> assertThat(m.chi2()).isZero());
    }

    /** Median 3, factor 2: 1σ is [3/2, 6], 2σ is [3/4, 12], cut at 10 by the range. */
    @Test
    void logNormalIsSymmetricInTheLogarithm() {
        TaskResult task = oneAtATime("x", "value: 3 */ 2");
        assertThat(Fits.at(Fits.minima(task, "x").get(0), "x")).isCloseTo(3, within(1e-5));
        assertThat(Fits.ends(task, "x", "1σ")).containsExactly(new double[] {1.5, 6}, within(SCANNED));
        assertThat(Fits.ends(task, "x", "2σ")).containsExactly(new double[] {0.75, 10}, within(SCANNED));
        assertThat(task.clipped()).containsExactly("x");
    }

    /** Limit 3 at 90 % with central value 1: σ = 2/Φ⁻¹(0.9). */
    @Test
    void limitWithACentralValueIsAGaussian() {
        TaskResult task = oneAtATime(
                "x", "likelihood: {type: upper-limit, limit: 3, cl: 90%, method: gaussian-from-central, central: 1}");
        double sigma = 2 / Q90;
        assertThat(Fits.ends(task, "x", "1σ")).containsExactly(new double[] {1 - sigma, 1 + sigma}, within(1e-10));
    }

    /** 0 where 2 x ≤ 4, impossible above. */
    @Test
    void stepAloneHasAFlatMinimumAndOneSet() {
        TaskResult task = oneAtATime("2*x", "likelihood: {type: upper-limit, limit: 4, cl: 90%, method: step}");
        assertThat(Fits.ends(task, "x", "1σ")).containsExactly(new double[] {-10, 2}, within(SCANNED));
        assertThat(task.minima())
                .isNotEmpty()
                .allSatisfy(m -> assertThat(m.chi2()).isZero());
    }

    /** The same in a joint fit: no covariance, a status, no exception. */
    @Test
    void stepAloneInAFitSaysThatItIsFlat() {
        TaskResult task = folder(
                        "2*x",
                        "likelihood: {type: upper-limit, limit: 4, cl: 90%, method: step}",
                        "{type: fit, starts: 8}")
                .task();
        assertThat(task.status()).isIn(TaskResult.Status.OK, TaskResult.Status.AT_LIMIT);
        assertThat(task.notes()).anyMatch(n -> n.contains("is flat"));
        assertThat(task.minima()).allSatisfy(m -> assertThat(m.uncertainties()).isEmpty());
    }

    // --- predictions that are no polynomials
    // --------------------------------------------------------------------------

    /** e^x = 2 ± 0.5: minimum ln 2, 1σ [ln 1.5, ln 2.5], 2σ [0, ln 3]. */
    @Test
    void exponentialIsScanned() {
        TaskResult task = oneAtATime("exp(x)", "value: 2 ± 0.5");
        assertThat(Fits.at(Fits.minima(task, "x").get(0), "x")).isCloseTo(Math.log(2), within(MINIMISED));
        assertThat(Fits.ends(task, "x", "1σ"))
                .containsExactly(new double[] {Math.log(1.5), Math.log(2.5)}, within(SCANNED));
        assertThat(Fits.ends(task, "x", "2σ")).containsExactly(new double[] {0, Math.log(3)}, within(SCANNED));
    }

    /** e^(x²/4) = 2 ± 0.5 as a hard band: |x| from 2√ln 1.5 to 2√ln 2.5. */
    @Test
    void exponentialAsAHardBandHasTwoBranches() {
        TaskResult task =
                folder("exp(x^2/4)", "value: 2 ± 0.5", "{type: allowed}").task();
        double near = 2 * Math.sqrt(Math.log(1.5));
        double far = 2 * Math.sqrt(Math.log(2.5));
        assertThat(Fits.ends(task, "x", "allowed"))
                .containsExactly(new double[] {-far, -near, near, far}, within(SCANNED));
    }

    /** log(x + 11) = 2 ± 0.1 in a fit: x = e² − 11, σ = 0.1 e² at χ² = 0. */
    @Test
    void logarithmIsFitted() {
        TaskResult task = folder("log(x + 11)", "value: 2 ± 0.1", "{type: fit, levels: [1σ]}")
                .task();
        assertThat(task.status()).isEqualTo(TaskResult.Status.OK);
        double e2 = Math.exp(2);
        assertThat(Fits.at(task.minima().get(0), "x")).isCloseTo(e2 - 11, within(MINIMISED));
        assertThat(Fits.get(task.minima().get(0).uncertainties(), "x")).isCloseTo(0.1 * e2, within(1e-5));
        assertThat(Fits.ends(task, "x", "1σ"))
                .containsExactly(new double[] {Math.exp(1.9) - 11, Math.exp(2.1) - 11}, within(SCANNED));
    }

    /** log x is not defined for x ≤ 0, half of the range: the set lies in the other half, without a crash. */
    @Test
    void whereAPredictionIsUndefinedNothingIsAllowed() {
        TaskResult task = oneAtATime("log(x)", "value: 0 ± 1");
        assertThat(Fits.ends(task, "x", "1σ")).containsExactly(new double[] {Math.exp(-1), Math.E}, within(SCANNED));
        TaskResult band = folder("log(x)", "value: 0 ± 1", "{type: allowed}").task();
        assertThat(Fits.ends(band, "x", "allowed"))
                .containsExactly(new double[] {Math.exp(-1), Math.E}, within(SCANNED));
    }

    // --- edges
    // --------------------------------------------------------------------------------------------------------

    /** x = 15 ± 1 in a range up to 10: χ² = 25 at the edge. */
    @ParameterizedTest
    @CsvSource({"'{type: one-at-a-time, levels: [1σ]}'", "'{type: fit, levels: [1σ]}'"})
    void minimumAtTheEdgeOfTheRangeIsMarked(String kind) {
        TaskResult task = folder("x", "value: 15 ± 1", kind).task();
        assertThat(task.status()).isEqualTo(TaskResult.Status.AT_LIMIT);
        MinimumFound minimum = task.minima().get(0);
        assertThat(Fits.at(minimum, "x")).isEqualTo(10);
        assertThat(minimum.chi2()).isCloseTo(25, within(EXACT));
        assertThat(minimum.atLimit()).containsExactly("x");
        assertThat(minimum.uncertainties()).isEmpty();
        assertThat(task.clipped()).containsExactly("x");
        // Δχ² = 1: 15 − √26
        assertThat(Fits.ends(task, "x", "1σ")).containsExactly(new double[] {15 - Math.sqrt(26), 10}, within(SCANNED));
    }

    /** Nothing depends on x: the whole range is allowed at every level. */
    @Test
    void parameterThatNothingDependsOnIsFlatAlone() {
        TaskResult task = oneAtATime("1", "value: 2 ± 1");
        assertThat(Fits.ends(task, "x", "1σ")).containsExactly(-10, 10);
        assertThat(task.minima()).isNotEmpty();
        assertThat(Fits.minima(task, "x").get(0).chi2()).isCloseTo(1, within(EXACT));
        assertThat(Fits.minima(task, "x").get(0).uncertainties()).isEmpty();
    }

    @Test
    void parameterThatNothingDependsOnSpoilsAFitVisibly() {
        FitFolder folder = folder("x", "value: 2 ± 1", "{type: fit, levels: [1σ], starts: 8}")
                .write("fit.yaml", """
                        schema: fit/1
                        title: t
                        theory: [theory.yaml]
                        measurements: {files: [data.yaml], include: [A]}
                        parameters: {x: {range: "-10:10"}, y: {range: "-10:10"}}
                        tasks: {t: {type: fit, levels: [1σ], starts: 8}}
                        """);
        TaskResult task = folder.task();
        assertThat(task.status()).isEqualTo(TaskResult.Status.OK);
        assertThat(task.notes())
                .anyMatch(n -> n.contains("not positive definite") && n.contains("direction (y +1.00)"));
        assertThat(task.minima().get(0).uncertainties()).isEmpty();
        assertThat(Fits.ends(task, "x", "1σ")).containsExactly(new double[] {1, 3}, within(SCANNED));
        assertThat(Fits.ends(task, "y", "1σ")).containsExactly(new double[] {-10, 10}, within(SCANNED));
    }

    /** x + y = 3 ± 1 twice is one equation for two parameters; the note says what is wrong, wherever the valley was met. */
    @Test
    void valleyOfEqualMinimaIsNoMinimum() {
        FitFolder folder = folder("x + y", "value: 3 ± 1", "{}").write("fit.yaml", """
                schema: fit/1
                title: t
                theory: [theory.yaml]
                measurements: {files: [data.yaml], include: [A]}
                parameters: {x: {range: "-10:10"}, y: {range: "-3:3"}}
                tasks: {t: {type: fit, levels: [1σ], starts: 8}}
                """);
        TaskResult task = folder.task();
        assertThat(task.status()).isIn(TaskResult.Status.OK, TaskResult.Status.AT_LIMIT);
        assertThat(task.notes())
                .anyMatch(n -> n.contains("flat at the limit of") || n.contains("not positive definite"));
        assertThat(Fits.ends(task, "y", "1σ")).containsExactly(new double[] {-3, 3}, within(SCANNED));
        // x = 3 − y ± 1 for y from −3 to 3
        assertThat(Fits.ends(task, "x", "1σ")).containsExactly(new double[] {-1, 7}, within(SCANNED));
    }

    /** O = x + y = 3 ± 1 with y = 1 ± 0.5: x = 2 ± √1.25, the pull of the constraint is 0. */
    @Test
    void constrainedParameterAddsItsTerm() {
        FitFolder folder = folder("x + y", "value: 3 ± 1", "{}").write("fit.yaml", """
                schema: fit/1
                title: t
                theory: [theory.yaml]
                measurements: {files: [data.yaml], include: [A]}
                parameters: {x: {range: "-10:10"}, y: {range: "-10:10", constraint: 1 ± 0.5}}
                tasks: {t: {type: fit, levels: [1σ, 2σ], starts: 8}}
                """);
        TaskResult task = folder.task();
        assertThat(task.status()).isEqualTo(TaskResult.Status.OK);
        MinimumFound minimum = task.minima().get(0);
        assertThat(Fits.at(minimum, "x")).isCloseTo(2, within(MINIMISED));
        assertThat(Fits.at(minimum, "y")).isCloseTo(1, within(MINIMISED));
        double sigma = Math.sqrt(1.25);
        assertThat(Fits.get(minimum.uncertainties(), "x")).isCloseTo(sigma, within(MINIMISED));
        assertThat(Objects.requireNonNull(minimum.covariance()).get(0, 1)).isCloseTo(-0.25, within(MINIMISED));
        assertThat(Fits.ends(task, "x", "2σ"))
                .containsExactly(new double[] {2 - 2 * sigma, 2 + 2 * sigma}, within(SCANNED));
    }

    /** y held at 5: x = 3 − 5 ± 1, and y does not appear among the results. */
    @Test
    void fixedParameterIsHeld() {
        FitFolder folder = folder("x + y", "value: 3 ± 1", "{}").write("fit.yaml", """
                schema: fit/1
                title: t
                theory: [theory.yaml]
                measurements: {files: [data.yaml], include: [A]}
                parameters: {x: {range: "-10:10"}, y: {fixed: 5}}
                tasks: {t: {type: one-at-a-time, levels: [1σ]}}
                """);
        TaskResult task = folder.task();
        assertThat(Fits.ends(task, "x", "1σ")).containsExactly(new double[] {-3, -1}, within(EXACT));
        assertThat(task.minima().get(0).parameters()).containsOnlyKeys("x");
    }

    /** 'at' of a task holds a parameter away from its default for that task alone. */
    @Test
    void taskMayHoldAParameterElsewhere() {
        TaskResult task = folder("x + y", "value: 3 ± 1", "{type: one-at-a-time, levels: [1σ], at: {y: 1}}")
                .task();
        assertThat(Fits.ends(task, "x", "1σ")).containsExactly(new double[] {1, 3}, within(EXACT));
    }

    /** A parameter of the fit that a task holds is not varied there, alone or together with others. */
    @ParameterizedTest
    @CsvSource({"one-at-a-time", "fit"})
    void taskDoesNotVaryWhatItHolds(String type) {
        FitFolder folder = folder("x + y", "value: 3 ± 1", "{}").write("fit.yaml", """
                schema: fit/1
                title: t
                theory: [theory.yaml]
                measurements: {files: [data.yaml], include: [A]}
                parameters: {x: {range: "-10:10"}, y: {range: "-10:10"}}
                tasks: {t: {type: TYPE, levels: [1σ], at: {y: 2}}}
                """.replace("TYPE", type));
        TaskResult task = folder.task();
        assertThat(task.intervals()).containsOnlyKeys("x");
        assertThat(Fits.ends(task, "x", "1σ")).containsExactly(new double[] {0, 2}, within(SCANNED));
        assertThat(task.minima().get(0).parameters()).containsOnlyKeys("x");
    }

    /** Six parameters, six Gaussians O_i = a_i + a_(i+1)/2 = i ± 1: back substitution, V = (AᵀA)⁻¹ with A bidiagonal. */
    @Test
    void sixParametersAreFittedTogether() {
        StringBuilder parameters = new StringBuilder();
        StringBuilder observables = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (int i = 1; i <= 6; i++) {
            parameters.append("  a").append(i).append(": {range: \"-50:50\"}\n");
            observables.append("  O").append(i).append(": a").append(i);
            observables.append(i < 6 ? " + 0.5*a" + (i + 1) : "").append('\n');
            values.append("    O").append(i).append(": ").append(i).append(" ± 1\n");
        }
        FitFolder folder = new FitFolder(temp)
                .write("theory.yaml", "schema: theory/1\nparameters:\n" + parameters + "observables:\n" + observables)
                .write("data.yaml", HEADER + "A:\n  values:\n" + values)
                .write(
                        "fit.yaml",
                        "schema: fit/1\ntitle: t\ntheory: [theory.yaml]\n"
                                + "measurements: {files: [data.yaml], include: [A]}\nparameters:\n" + parameters
                                + "tasks: {t: {type: fit, starts: 16, levels: [1σ]}}\n");
        TaskResult task = folder.task();
        assertThat(task.status()).isEqualTo(TaskResult.Status.OK);
        assertThat(task.minima()).hasSize(1);
        double value = 0;
        double variance = 0;
        for (int i = 6; i >= 1; i--) { // a_i = i − a_(i+1)/2, and the errors of the O_i are independent
            value = i - value / 2;
            variance = 1 + variance / 4;
            assertThat(Fits.at(task.minima().get(0), "a" + i)).isCloseTo(value, within(MINIMISED));
            double sigma = Math.sqrt(variance);
            assertThat(Fits.get(task.minima().get(0).uncertainties(), "a" + i)).isCloseTo(sigma, within(MINIMISED));
            assertThat(Fits.ends(task, "a" + i, "1σ"))
                    .containsExactly(new double[] {value - sigma, value + sigma}, within(1e-5));
        }
    }

    // --- models
    // -------------------------------------------------------------------------------------------------------

    private FitFolder model(String parameters, String task) {
        return new FitFolder(temp).write("model.yaml", """
                        schema: theory/1
                        imports: [bsnunu-2021]
                        parameters: {g: {range: "-20:20"}}
                        matching: {"CL[tau,tau]": 2*g}
                        """).write("fit.yaml", """
                        schema: fit/1
                        title: t
                        theory: [THEORY]
                        measurements: {include: [BKnunu average 2021]}
                        parameters: PARAMETERS
                        tasks: {t: TASK}
                        """.replace(
                        "THEORY", parameters.contains("g:") ? "model" : "bsnunu-2021")
                .replace("PARAMETERS", parameters)
                .replace("TASK", task));
    }

    /** C_L = 2 g: half the ends of Table 2, row 1, roots of 4.39 − 0.457 C + 0.0357 C² = 15 and 7; range from the theory. */
    @Test
    void modelDefinesACoefficientByItsCoupling() {
        TaskResult task = model("{g: }", "{type: allowed}").task();
        double outer = Math.sqrt(0.457 * 0.457 + 4 * 0.0357 * 10.61);
        double inner = Math.sqrt(0.457 * 0.457 + 4 * 0.0357 * 2.61);
        double a = 4 * 0.0357;
        assertThat(Fits.ends(task, "g", "allowed"))
                .containsExactly(
                        new double[] {(0.457 - outer) / a, (0.457 - inner) / a, (0.457 + inner) / a, (0.457 + outer) / a
                        },
                        within(EXACT));
    }

    /** The imaginary part does not interfere: 4.39 + 0.0357 Im² = 15 and 7. */
    @Test
    void imaginaryPartOfACoefficientIsAParameter() {
        TaskResult task = model("{\"Im(CL_bsnutaunutau)\": {range: \"-40:40\"}}", "{type: allowed}")
                .task();
        double near = Math.sqrt(2.61 / 0.0357);
        double far = Math.sqrt(10.61 / 0.0357);
        assertThat(Fits.ends(task, "Im(CL_bsnutaunutau)", "allowed"))
                .containsExactly(new double[] {-far, -near, near, far}, within(1e-11));
    }

    /** Three equal diagonal couplings by a model, R alone: a published closed-form check is 3 × (−0.457) in the linear term. */
    @Test
    void flavourUniversalModelSumsOverFlavours() {
        FitFolder folder = model("{g: }", "{type: allowed}").write("model.yaml", """
                schema: theory/1
                imports: [bsnunu-2021]
                parameters: {g: {range: "-20:20"}}
                matching: {"CL[e,e]": g, "CL[mu,mu]": g, "CL[tau,tau]": g}
                """);
        double outer = Math.sqrt(1.371 * 1.371 + 4 * 0.1071 * 10.61);
        double inner = Math.sqrt(1.371 * 1.371 + 4 * 0.1071 * 2.61);
        double a = 2 * 0.1071;
        assertThat(Fits.ends(folder.task(), "g", "allowed"))
                .containsExactly(
                        new double[] {(1.371 - outer) / a, (1.371 - inner) / a, (1.371 + inner) / a, (1.371 + outer) / a
                        },
                        within(1e-11));
    }

    /** Prediction at a point with the form-factor uncertainty: 4.39e-6 ± 16 %. */
    @Test
    void predictTaskGivesValueAndBudget() {
        TaskResult task = model(
                        "{CL_bsnutaunutau: {range: \"-9:9\"}}",
                        "{type: predict, observables: [BR(B+->Knunu), R_BKnunu], nuisances: [ff_BK], at: {CL_bsnutaunutau: 0}}")
                .task();
        TaskResult.PredictionFound branching = Fits.get(task.predictions(), "BR(B+->Knunu)");
        assertThat(branching.value()).isCloseTo(4.39e-6, within(1e-20));
        assertThat(branching.uncertainty()).isCloseTo(0.16 * 4.39e-6, within(1e-20));
        assertThat(branching.budget()).containsOnlyKeys("ff_BK");
        assertThat(Fits.get(task.predictions(), "R_BKnunu").value()).isCloseTo(1, within(EXACT));
    }

    /**
     * (x − 10⁴)² = 4 ± 1 over 9990 to 10010: minima at 10⁴ ± 2, 1σ where 3 ≤ (x − 10⁴)² ≤ 5. In powers of x about 0 the sum of
     * squares cancels to nothing, and the whole range would seem allowed.
     */
    @Test
    void aRangeFarFromZeroKeepsItsDigits() {
        FitFolder folder = folder("{expression: (x - 1e4)^2}", "value: 4 ± 1", "{type: one-at-a-time, levels: [1σ]}");
        FitRequest shifted = new FitRequest(
                folder.path("fit.yaml").toString(),
                java.util.List.of(),
                java.util.List.of("parameters.x.range=\"9990:10010\""),
                null,
                null);
        TaskResult task = Fits.task(Fits.run(shifted), "t");
        double near = Math.sqrt(3);
        double far = Math.sqrt(5);
        assertThat(Fits.ends(task, "x", "1σ"))
                .containsExactly(new double[] {1e4 - far, 1e4 - near, 1e4 + near, 1e4 + far}, within(SCANNED));
        assertThat(Fits.minima(task, "x")).hasSize(2);
    }

    /** mpmath, 30 digits: the roots of sin(5x) + tanh(x) + atan(x) = 1/2. Two sweeps of the profile meet in the first. */
    @Test
    void theProfileListsEachMinimumOnce() {
        FitFolder folder = folder(
                "{expression: sin(5*x) + tanh(x) + atan(x)}",
                "value: 0.5 ± 0.2",
                "{type: one-at-a-time, levels: [1σ]}");
        FitRequest narrow = new FitRequest(
                folder.path("fit.yaml").toString(),
                java.util.List.of(),
                java.util.List.of("parameters.x.range=\"-5:5\""),
                null,
                null);
        double[] found = Fits.minima(Fits.task(Fits.run(narrow), "t"), "x").stream()
                .filter(minimum -> minimum.chi2() < MINIMISED)
                .mapToDouble(minimum -> Fits.at(minimum, "x"))
                .sorted()
                .toArray();
        assertThat(found)
                .containsExactly(
                        new double[] {0.0725961133115837, 0.8505117125796814, 0.9497825883539484}, within(MINIMISED));
    }

    /** x = 2 ± 1 and the constraint x = 1 ± 1: x̂ = 3/2, χ² = ½ of two terms and one parameter; at x = 0 it is 4 + 1. */
    @Test
    void aConstraintOfAParameterOfInterestCountsAsAMeasuredValue() {
        for (String type : java.util.List.of("one-at-a-time", "fit")) {
            FitFolder folder = folder("x", "value: 2 ± 1", "{type: " + type + ", levels: [1σ]}");
            FitRequest constrained = new FitRequest(
                    folder.path("fit.yaml").toString(),
                    java.util.List.of(),
                    java.util.List.of("parameters.x.constraint=1 ± 1"),
                    null,
                    null);
            TaskResult.Goodness fit =
                    Objects.requireNonNull(Fits.task(Fits.run(constrained), "t").fit());
            assertThat(fit.chi2()).isCloseTo(0.5, within(EXACT));
            assertThat(fit.ndof()).isEqualTo(1);
            assertThat(fit.chi2Sm()).isCloseTo(5, within(EXACT));
            assertThat(fit.pullSm()).isCloseTo(Math.sqrt(4.5), within(EXACT));
        }
    }

    @Test
    void aBlockIsStatedByItsNumbersNotByItsKeys() {
        TaskResult task = folder("x", "value: 1 ± 1", "{type: one-at-a-time, levels: [1σ]}")
                .write("theory.yaml", "schema: theory/1\nparameters: {x: {}}\nobservables: {O: x, P: 2*x}\n")
                .write("data.yaml", HEADER + """
                        A:
                          values:
                            - likelihood:
                                type: multivariate-gaussian
                                observables: [O, P]
                                means: [1.0, 2.5e-6]
                                sigmas: {stat: [3, 0.5e-6], syst: [4, 1.2e-6]}
                                correlation: 0.5
                        """)
                .task();
        assertThat(task.data()).hasSize(1);
        assertThat(task.data().get(0).published()).isEqualTo("1 ± 5, 2.5e-6 ± 1.3e-6"); // √(3² + 4²), √(0.5² + 1.2²)
    }

    @Test
    void aParameterOnWhichNothingDependsIsNamed() {
        TaskResult task = folder("y", "value: 1 ± 1", "{type: one-at-a-time, levels: [1σ]}")
                .task();
        assertThat(task.notes()).contains("no measurement of this task depends on x");
        assertThat(oneAtATime("x", "value: 1 ± 1").notes()).noneMatch(note -> note.contains("depends on"));
    }
}
