package org.penguinfit.fits.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.result.TaskResult;

/** Predictions along a parameter; every expected number is a closed form that stands beside it. */
class CurveTaskTest {
    /** Relative; nothing but rounding separates a formula from its closed form. */
    private static final double ROUNDING = 1e-12;

    /** Standard errors of a Monte Carlo number: one test in a million fails by chance, and the seed is fixed. */
    private static final double STANDARD_ERRORS = 5;

    /** Φ⁻¹(0.975), mpmath. */
    private static final double Z95 = 1.9599639845400545;

    @TempDir
    private Path temp;

    private FitFolder eqs7And8(String keys) {
        return new FitFolder(temp).write("fit.yaml", """
            schema: fit/1
            title: t
            theory: [bsnunu-2021]
            parameters:
              CL_bsnutaunutau: {range: "-40:40"}
              CR_bsnutaunutau: {range: "-40:40"}
            tasks:
              t:
                type: curve
                x: CL_bsnutaunutau
                nuisances: [ff_BK, ff_BKst]
                observables: [BR(B+->Knunu), BR(B0->K*nunu)]
            """ + keys.indent(4));
    }

    private FitFolder own(String theory, String task) {
        return new FitFolder(temp)
                .write("theory.yaml", "schema: theory/1\n" + theory)
                .write(
                        "fit.yaml",
                        "schema: fit/1\ntitle: t\ntheory: [theory.yaml]\nparameters: {x: {range: \"-1:3\"}}\n"
                                + "tasks: {t: {type: curve, x: x, " + task + "}}\n");
    }

    private static List<List<@Nullable Object>> rows(TaskResult task, String observable) {
        return Blocks.rows(task, "curve").stream()
                .filter(row -> observable.equals(row.get(1)))
                .toList();
    }

    private static double number(List<@Nullable Object> row, int column) {
        return (Double) Objects.requireNonNull(row.get(column));
    }

    /** Eq 7 with C_L^33 = c alone: 4.39 − 0.457 c + 0.0357 c², σ 16 %; eq 8: 9.53 − 0.993 c + 0.0775 c², σ 10.5 %. */
    @Test
    void bandsOfEquations7And8() {
        TaskResult task = eqs7And8("levels: [1σ, 95%]").task();
        assertThat(task.status()).isEqualTo(TaskResult.Status.OK);
        assertThat(rows(task, "BR(B+->Knunu)")).hasSize(201).allSatisfy(row -> {
            double c = number(row, 0);
            assertBand(row, 1e-6 * (4.39 - 0.457 * c + 0.0357 * c * c), 0.16);
        });
        assertThat(rows(task, "BR(B0->K*nunu)")).hasSize(201).allSatisfy(row -> {
            double c = number(row, 0);
            assertBand(row, 1e-6 * (9.53 - 0.993 * c + 0.0775 * c * c), 0.105);
        });
    }

    private static void assertBand(List<@Nullable Object> row, double value, double relative) {
        double small = ROUNDING * value;
        assertThat(number(row, 2)).isCloseTo(value, within(small));
        assertThat(number(row, 3)).isCloseTo(relative * value, within(small));
        assertThat(number(row, 4)).isCloseTo(value * (1 - relative), within(small));
        assertThat(number(row, 5)).isCloseTo(value * (1 + relative), within(small));
        assertThat(number(row, 6)).isCloseTo(value * (1 - Z95 * relative), within(small));
        assertThat(number(row, 7)).isCloseTo(value * (1 + Z95 * relative), within(small));
    }

    /** 201 points from −40 to 40 stand 0.4 apart; people see every 25th, with the budget. */
    @Test
    void theEndsOfTheRangeAreExactAndAHandfulIsShown() {
        TaskResult task = eqs7And8("").task();
        List<List<@Nullable Object>> rows = rows(task, "BR(B+->Knunu)");
        assertThat(number(rows.get(0), 0)).isEqualTo(-40);
        assertThat(number(rows.get(1), 0)).isCloseTo(-39.6, within(ROUNDING));
        assertThat(number(rows.get(200), 0)).isEqualTo(40);
        assertThat(Blocks.rows(task, "points")).hasSize(2 * 9);
        assertThat(Blocks.rows(task, "points").get(4).subList(0, 2)).containsExactly("BR(B+->Knunu)", 0.0);
        assertThat(number(Blocks.rows(task, "points").get(4), 4)).isCloseTo(0.16 * 4.39e-6, within(1e-18));
        assertThat(number(Blocks.rows(task, "points").get(4), 5)).isZero();
    }

    /** The parameter of interest that the task holds stands at its default in the Standard Model: 4.39, not eq 7 at C_R = 5. */
    @Test
    void theStandardModelPointKnowsNothingOfWhatTheTaskHolds() {
        TaskResult task = eqs7And8("at: {CR_bsnutaunutau: 5}").task();
        assertThat(number(rows(task, "BR(B+->Knunu)").get(100), 2))
                .isCloseTo(1e-6 * (4.39 - 0.457 * 5 + 0.0357 * 25), within(1e-17));
        assertThat(Blocks.number(task, "standard", "value", "BR(B+->Knunu)")).isCloseTo(4.39e-6, within(1e-17));
        assertThat(Blocks.number(task, "standard", "sigma", "BR(B+->Knunu)")).isCloseTo(0.16 * 4.39e-6, within(1e-17));
        assertThat(Blocks.number(task, "standard", "value", "BR(B0->K*nunu)")).isCloseTo(9.53e-6, within(1e-17));
    }

    /**
     * Rates are linear in ff: the draws are Gaussian. Of N draws σ scatters by σ/√(2N), the quantile p by
     * √(p (1 − p)/N) σ/φ(z).
     */
    @Test
    void monteCarloAgreesWithLinearWherePredictionsAreLinear() {
        int n = 4000;
        TaskResult task = eqs7And8("draws: " + n + "\nnumber: 9\nlevels: [95%]").task();
        double quantileError = Math.sqrt(0.025 * 0.975 / n) * Math.sqrt(2 * Math.PI) * Math.exp(Z95 * Z95 / 2);
        for (List<@Nullable Object> row : Blocks.rows(task, "curve")) {
            double value = number(row, 2);
            double sigma = number(row, 3);
            assertThat(number(row, 6)).isCloseTo(value, within(STANDARD_ERRORS * sigma * Math.sqrt(Math.PI / (2 * n))));
            assertThat(number(row, 7)).isCloseTo(sigma, within(STANDARD_ERRORS * sigma / Math.sqrt(2 * n)));
            assertThat(number(row, 8)).isCloseTo(number(row, 4), within(STANDARD_ERRORS * quantileError * sigma));
            assertThat(number(row, 9)).isCloseTo(number(row, 5), within(STANDARD_ERRORS * quantileError * sigma));
        }
    }

    /** Q = x·k² with k = 1 ± 0.2 along x: exactly E = 1.04 x; median x; linear σ = 0.4 x; quantiles x (1 ± 0.2)² at 1σ. */
    @Test
    void monteCarloSeesTheSkewThatLinearPropagationMisses() {
        TaskResult task = own(
                        "parameters: {x: {}, k: {kind: nuisance, constraint: 1 ± 0.2}}\nobservables: {Q: x*k^2}\n",
                        "nuisances: [k], observables: [Q], draws: 100000, number: 3")
                .task();
        List<@Nullable Object> last = rows(task, "Q").get(2);
        assertThat(number(last, 0)).isEqualTo(3);
        assertThat(number(last, 3)).isCloseTo(3 * 0.4, within(ROUNDING));
        // √(p (1 − p)/N)/φ(1) in units of σ of k, and the slope 2·3·k of Q at k = 1 ± 0.2
        double error = STANDARD_ERRORS * Math.sqrt(0.1587 * 0.8413 / 100_000) / 0.24197 * 0.2;
        assertThat(number(last, 8)).isCloseTo(3 * 0.8 * 0.8, within(error * 6 * 0.8));
        assertThat(number(last, 9)).isCloseTo(3 * 1.2 * 1.2, within(error * 6 * 1.2));
    }

    /** a ± 3 and b ± 4 in one source make 5, c ± 12 is the rest, together 13. */
    @Test
    void sourcesGroupTheBudget() {
        TaskResult task = own("""
            parameters:
              x: {}
              a: {kind: nuisance, constraint: 0 ± 3}
              b: {kind: nuisance, constraint: 0 ± 4}
              c: {kind: nuisance, constraint: 0 ± 12}
            observables: {S: x + a + b + c}
            """, "nuisances: [a, b, c], sources: {both: [a, b]}, observables: [S], number: 2")
                .task();
        assertThat(Blocks.number(task, "points", "sigma", "S")).isCloseTo(13, within(ROUNDING));
        assertThat(Blocks.number(task, "points", "from both", "S")).isCloseTo(5, within(ROUNDING));
        assertThat(Blocks.number(task, "points", "from rest", "S")).isCloseTo(12, within(ROUNDING));
    }

    /** Seven sources of 1 to 7: the five largest stand alone, 1 and 2 together make √5. */
    @Test
    void ofManySourcesTheLargestStandAlone() {
        StringBuilder parameters = new StringBuilder("parameters: {x: {}");
        StringBuilder sum = new StringBuilder("x");
        for (int i = 1; i <= 7; i++) {
            parameters
                    .append(", n")
                    .append(i)
                    .append(": {kind: nuisance, constraint: 0 ± ")
                    .append(i)
                    .append('}');
            sum.append(" + n").append(i);
        }
        TaskResult task = own(
                        parameters + "}\nobservables: {S: " + sum + "}\n",
                        "nuisances: [n1, n2, n3, n4, n5, n6, n7], observables: [S], number: 102")
                .task();
        assertThat(Blocks.rows(task, "points")).hasSize(7);
        assertThat(Blocks.number(task, "points", "from n7", "S")).isCloseTo(7, within(ROUNDING));
        assertThat(Blocks.number(task, "points", "from n3", "S")).isCloseTo(3, within(ROUNDING));
        assertThat(Blocks.number(task, "points", "from all others", "S")).isCloseTo(Math.sqrt(5), within(ROUNDING));
    }

    /** The config moves the constraint to k = 2 ± 0.5: the curve x·k is 2x ± 0.5 |x|. */
    @Test
    void nuisanceParametersStandAtTheCentralValuesOfTheirConstraints() {
        TaskResult task = new FitFolder(temp)
                .write("theory.yaml", """
                    schema: theory/1
                    parameters: {x: {}, k: {kind: nuisance, constraint: 1 ± 0.2}}
                    observables: {Q: x*k}
                    """)
                .write("fit.yaml", """
                    schema: fit/1
                    title: t
                    theory: [theory.yaml]
                    parameters: {x: {range: "-1:3"}, k: {constraint: 2 ± 0.5}}
                    tasks: {t: {type: curve, x: x, observables: [Q], number: 5}}
                    """)
                .task();
        assertThat(number(rows(task, "Q").get(4), 2)).isCloseTo(6, within(ROUNDING));
        assertThat(number(rows(task, "Q").get(0), 3)).isCloseTo(0.5, within(ROUNDING));
    }

    @Test
    void withoutAFreeNuisanceParameterThereIsNoBandAndTheReportSaysSo() {
        TaskResult task = own(
                        "parameters: {x: {}}\nobservables: {Q: sqrt(x)}\n", "observables: [Q], number: 5, draws: 100")
                .task();
        assertThat(rows(task, "Q").get(4).subList(2, 6)).containsExactly(Math.sqrt(3), null, null, null);
        assertThat(rows(task, "Q").get(4)).hasSize(6);
        assertThat((Double) rows(task, "Q").get(0).get(2)).isNaN();
        assertThat(task.notes())
                .containsExactly(
                        "no nuisance parameter is free, so the curve has no band",
                        "1 predictions along the curve have no value");
    }

    /** The average (1.1 ± 0.4)e-5 and the limit 1.8e-5 at 90 % CL; other observables of a measurement are left away. */
    @Test
    void measurementsStandBesideTheCurve() {
        TaskResult task =
                eqs7And8("use: [BKnunu average 2021, Belle BKstnunu 2017]").task();
        assertThat(Blocks.rows(task, "measured")).hasSize(2);
        assertThat(Blocks.number(task, "measured", "value", "BR(B+->Knunu)")).isEqualTo(1.1e-5);
        assertThat(Blocks.number(task, "measured", "lower", "BR(B+->Knunu)")).isCloseTo(0.7e-5, within(1e-17));
        assertThat(Blocks.number(task, "measured", "upper", "BR(B+->Knunu)")).isCloseTo(1.5e-5, within(1e-17));
        assertThat(Blocks.cell(task, "measured", "limit", "BR(B+->Knunu)")).isNull();
        assertThat(Blocks.number(task, "measured", "limit", "BR(B0->K*nunu)")).isEqualTo(1.8e-5);
        assertThat(Blocks.number(task, "measured", "level", "BR(B0->K*nunu)")).isEqualTo(0.9);
        assertThat(Blocks.cell(task, "measured", "value", "BR(B0->K*nunu)")).isNull();
        assertThat(task.data()).extracting(TaskResult.DatumUsed::rule).containsOnly("for comparison");
        assertThat(eqs7And8("").task().data()).isEmpty();
    }

    @Test
    void keepsTheContractOfResults() throws IOException {
        ResultsContract.requireOf(
                eqs7And8("use: [BKnunu average 2021]\ndraws: 500\nnumber: 11").request("fit.yaml"));
    }
}
