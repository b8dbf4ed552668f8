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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.result.TaskResult;

/** What a paper prints beside what tasks find; expected numbers are roots of the parabola x² or stand in the file. */
class PublishedNumbersTest {
    /** Relative; sets of polynomials are good to rounding. */
    private static final double ROUNDING = 1e-9;

    @TempDir
    private Path temp;

    /** x² = 4 ± 3 as a hard band: 1 ≤ |x| ≤ √7 = 2.6458; (x − 1)² likewise: x in [−1.6458, 0] or [2, 3.6458]. */
    private FitFolder bands(String published, String others) {
        return new FitFolder(temp)
                .write("theory.yaml", """
                    schema: theory/1
                    parameters: {x: {}, shifted: {}, k: {kind: nuisance, constraint: 2 ± 0.5}}
                    observables: {Q: (x - shifted)^2, L: k*x}
                    """)
                .write("data.yaml", "\"@metadata@\": {schema: measurements/1}\nA: {values: {Q: 4 ± 3}}\n")
                .write("fit.yaml", """
                    schema: fit/1
                    title: t
                    theory: [theory.yaml]
                    measurements: {files: [data.yaml], include: [A]}
                    parameters: {x: {range: "-10:10"}}
                    tasks:
                    """ + published.indent(2) + others.indent(2));
    }

    private static List<List<@Nullable Object>> printed(TaskResult task) {
        return Blocks.rows(task, "printed");
    }

    private static double value(List<@Nullable Object> row) {
        return (Double) Objects.requireNonNull(row.get(3));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "[-2.6, -1] or [1, 2.6];yes,yes,yes,yes",
                "[-2.65, -1.0] or [1, 2.7];yes,yes,yes,no",
                "[-2.6, -1];yes,yes,no,no",
                "|x| in [1, 3];yes,yes",
                "|x| in [1.5, 3];no,yes",
                "|x| < 2.65;yes",
                "< 2.646;yes",
                "> -2.6;yes"
            })
    void everyEndOfASetHasItsVerdict(String text, String verdicts) {
        TaskResult task = bands("t: {type: allowed, published: {where: here, intervals: {x: \"" + text + "\"}}}", "")
                .task();
        assertThat(printed(task)).extracting(row -> row.get(5)).containsExactly((Object[]) verdicts.split(","));
    }

    @Test
    void exactNumbersStandBesideThePrintedOnes() {
        TaskResult task = bands(
                        "t: {type: allowed, published: {where: here, intervals: {x: \"[-2.6, -1] or [1, 2.6]\"}}}", "")
                .task();
        List<List<@Nullable Object>> rows = printed(task);
        assertThat(rows.get(0).subList(0, 3)).containsExactly("x", "[-2.6, -1] or [1, 2.6]", "-2.6");
        assertThat(value(rows.get(0))).isCloseTo(-Math.sqrt(7), within(ROUNDING));
        assertThat(value(rows.get(3))).isCloseTo(Math.sqrt(7), within(ROUNDING));
    }

    /** √7 = 2.646 is 2.5 in steps of a half. */
    @Test
    void aPaperMayRoundToASteps() {
        TaskResult task = bands(
                        "t: {type: allowed, published: {where: here, to: {x: 0.5}, intervals: {x: \"|x| < 2.5\"}}}", "")
                .task();
        assertThat(printed(task).get(0).subList(4, 6)).containsExactly(0.5, "yes");
    }

    /** (x − 1)² = 4 ± 3 is not symmetric about 0: the printed form fits nothing. */
    @Test
    void aSetThatIsNotSymmetricIsNoBoundOfAnAbsoluteValue() {
        TaskResult task = bands(
                        "t: {type: allowed, at: {shifted: 1}, published: {where: here, intervals: {x: \"|x| < 3.6\"}}}",
                        "")
                .task();
        assertThat(printed(task).get(0).subList(2, 6)).containsExactly("3.6", null, null, "no");
    }

    /** The corrected task has (x − 1)²: −1 … , 1 ± 1 and 1 ± √7. */
    @Test
    void correctedNumbersAreThoseOfTheOtherTask() {
        TaskResult task = bands(
                        "t: {type: allowed, published: {where: here, corrected: c, intervals: {x: \"|x| < 2.6\"}}}",
                        "c: {type: allowed, at: {shifted: 1}}")
                .task();
        List<List<@Nullable Object>> rows = Blocks.rows(task, "corrected");
        assertThat(rows).hasSize(2);
        assertThat((Double) rows.get(0).get(3)).isCloseTo(1 - Math.sqrt(7), within(ROUNDING));
        assertThat((Double) rows.get(0).get(4)).isCloseTo(0, within(ROUNDING));
        assertThat((Double) rows.get(1).get(4)).isCloseTo(1 + Math.sqrt(7), within(ROUNDING));
    }

    /** L = k x with k = 2 ± 0.5 at x = 3: 6 ± 1.5; at x = 4: 8 ± 2. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "6;yes",
                "6.0 ± 1.5;yes,yes",
                "6.0 ± 1.4;yes,no",
                "6 +1.5 -1.5;yes,yes,yes",
                "5.9 to 6.1;yes,yes",
                "5 to 5.9;yes,no",
                "< 6.5;yes",
                "> 6.5;no",
                "|L| < 5;no"
            })
    void valuesAreCompared(String text, String verdicts) {
        TaskResult task = bands(
                        "t: {type: predict, observables: [L], nuisances: [k], at: {x: 3}, published: {where: here,"
                                + " corrected: c, values: {L: \"" + text + "\"}}}",
                        "c: {type: predict, observables: [L], nuisances: [k], at: {x: 4}}")
                .task();
        assertThat(printed(task)).extracting(row -> row.get(5)).containsExactly((Object[]) verdicts.split(","));
        assertThat(value(printed(task).get(0))).isCloseTo(6, within(ROUNDING));
        assertThat(Blocks.rows(task, "corrected").get(0).subList(0, 3)).containsExactly("L", 8.0, 2.0);
    }

    /** L = 2 x over |x| ≤ 10, and the best x of x² = 4 ± 3 is ±2. */
    @Test
    void extremesAndBestFitsHaveNames() {
        TaskResult scan = bands(
                        "t: {type: scan, observables: [L], published: {where: here, values: {largest L: 20, smallest L:"
                                + " \"-20\"}}}",
                        "")
                .task();
        assertThat(printed(scan)).extracting(row -> row.get(5)).containsExactly("yes", "yes");
        TaskResult fit = bands(
                        "t: {type: one-at-a-time, levels: [1σ, 90%], observables: [Q], published: {where: here, values:"
                                + " {x: \"-2.00\", Q: \"4.0\"}, intervals: {x at 1σ: \"|x| in [1, 2.6]\"}}}",
                        "")
                .task();
        assertThat(printed(fit)).extracting(row -> row.get(5)).containsExactly("yes", "yes", "yes", "yes");
    }

    /** A text that cannot be compared is shown with our number, without a verdict, and loading warns. */
    @Test
    void aTextThatIsNotUnderstoodHasNoVerdict() {
        FitFolder folder = bands(
                "t: {type: predict, observables: [L], at: {x: 3}, published: {where: here, values: {L: rather large}}}",
                "");
        assertThat(folder.problems())
                .singleElement()
                .asString()
                .contains("rather large")
                .contains("warning");
        assertThat(printed(folder.task()).get(0)).containsExactly("L", "rather large", null, 6.0, null, null);
    }

    @Test
    void keepsTheContractOfResults() throws IOException {
        ResultsContract.requireOf(bands(
                        "t: {type: allowed, published: {where: here, corrected: c, to: 0.5, intervals: {x: \"|x| <"
                                + " 2.5\"}}}",
                        "c: {type: allowed, at: {shifted: 1}}")
                .request("fit.yaml"));
    }

    /**
     * Table 3 of arXiv:2108.05033 as printed: every bound but 25 and 35, which the paper cuts off at 25.65 and 35.6 (√(1.5e-5/
     * 0.228e-7), √(2.8e-5/0.228e-7) of eq 21), and 1.8 of √(1.2e-7/0.36e-7) = 1.826.
     */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"k-etau,CLL_bstaue,no", "k-etau,C10_bstaue,yes", "kst0-emu,CLL_bsemu,yes", "bs-mutau,C10_bsmutau,yes"})
    void table3TellsWhatRoundsToIt(String id, String name, String verdict) {
        TaskResult task = Fits.task(Fits.run("bsnunu-2021/table3"), id);
        assertThat(Blocks.cell(task, "printed", "rounds", name)).isEqualTo(verdict);
    }
}
