package org.penguinfit.fits.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;

/** One-sided limits of a Gaussian mean, which are closed forms. */
class LimitTaskTest {
    /** Ends of a profile and roots of CLs(μ) − α of a Gaussian of width near 1. */
    private static final double SOLVED = 1e-6;

    private static final double Z95 = 1.6448536269514722; // Φ⁻¹(0.95), scipy 1.17.1: norm.isf(0.05)

    @TempDir
    private Path temp;

    private TaskResult run(String observable, String value, String range, String task) {
        return PlaneFit.run(temp, "A: " + observable, "A: " + value, "x: {range: \"" + range + "\"}", task);
    }

    /** x = 0.5 ± 1: 0.5 + Φ⁻¹(0.95). */
    @Test
    void profileLimitIsThatOfAOneSidedGaussian() {
        TaskResult task = run("x", "0.5 ± 1", "0:10", "{type: limit, levels: [95%], methods: [profile]}");
        assertThat(Fits.ends(task, "x", "95% profile")).containsExactly(new double[] {0, 0.5 + Z95}, within(SOLVED));
        assertThat(task.clipped()).isEmpty();
    }

    @Test
    void lowerLimitIsTheMirror() {
        TaskResult task =
                run("x", "0.5 ± 1", "-10:10", "{type: limit, side: lower, levels: [95%], methods: [profile, cls]}");
        assertThat(Fits.ends(task, "x", "95% profile")).containsExactly(new double[] {0.5 - Z95, 10}, within(SOLVED));
        assertThat(task.notes()).anyMatch(n -> n.startsWith("CLs: not given for lower limits"));
        assertThat(PlaneFit.table(task, "limits").rows()).hasSize(1);
    }

    /** Observed and expected limits of src/test/resources/reference/cls_gaussian.py (scipy 1.17.1). */
    @ParameterizedTest(name = "x = {0} in {1} at {2}")
    @CsvSource({
        "0.5 ± 1, 0:10, 95%, 2.317463017325, 1.051763436038, 1.959963984540, 3.655984356714",
        "0.5 ± 1, 0:10, 90%, 1.982179678441, 0.837275980456, 1.644853626951, 3.294623986645",
        "-1 ± 1, 0:10, 95%, 1.411994395787, 1.051763436038, 1.959963984540, 3.655984356714",
        "0.5 ± 1, -10:10, 95%, 2.317463017325, 1.051763436038, 1.959963984540, 3.655984356714"
    })
    void clsLimitsOfAGaussianMean(
            String value, String range, String level, double observed, double minus2, double median, double plus2) {
        TaskResult task = run("x", value, range, "{type: limit, levels: [" + level + "], methods: [cls]}");
        assertThat(Fits.ends(task, "x", level + " cls")[1]).isCloseTo(observed, within(SOLVED));
        ResultBlock.Table expected = PlaneFit.table(task, "expectedLimits");
        assertThat(PlaneFit.number(expected, 0, "observed")).isCloseTo(observed, within(SOLVED));
        assertThat(PlaneFit.number(expected, 0, "minus2")).isCloseTo(minus2, within(SOLVED));
        assertThat(PlaneFit.number(expected, 0, "median")).isCloseTo(median, within(SOLVED));
        assertThat(PlaneFit.number(expected, 0, "plus2")).isCloseTo(plus2, within(SOLVED));
    }

    /** x + n = 0.5 ± 1 with n = 0 ± 0.75 is x = 0.5 ± 1.25; cls_gaussian.py, last line. */
    @Test
    void nuisanceParametersWidenTheLimits() {
        TaskResult task = PlaneFit.run(
                temp,
                "A: x + n",
                "A: 0.5 ± 1",
                "x: {range: \"0:20\"}, n: {range: \"-9:9\", constraint: 0 ± 0.75}",
                "{type: limit, levels: [95%], methods: [profile, cls]}");
        assertThat(Fits.ends(task, "x", "95% profile")[1]).isCloseTo(0.5 + 1.25 * Z95, within(SOLVED));
        assertThat(Fits.ends(task, "x", "95% cls")[1]).isCloseTo(2.801927478606, within(SOLVED));
    }

    /** x² = 4 ± 1 cannot tell x from −x. */
    @Test
    void clsIsRefusedWithAReasonWhereTheSignIsUnknown() {
        TaskResult task = run("x^2", "4 ± 1", "-10:10", "{type: limit, levels: [95%], methods: [cls]}");
        assertThat(task.intervals()).isEmpty();
        assertThat(task.notes()).anyMatch(n -> n.contains("CLs: not given for x") && n.contains("both signs"));
        TaskResult away = run("x", "4 ± 1", "1:10", "{type: limit, levels: [95%], methods: [cls]}");
        assertThat(away.notes()).anyMatch(n -> n.contains("does not hold 0"));
    }

    /** x² = 4 ± 1 has two segments at 1.64²; the limit is the end of the outer one, √(4 + z). */
    @Test
    void limitIsTheOutermostEnd() {
        TaskResult task = run("x^2", "4 ± 1", "-10:10", "{type: limit, levels: [95%], methods: [profile]}");
        assertThat(Fits.ends(task, "x", "95% profile")[1]).isCloseTo(Math.sqrt(4 + Z95), within(SOLVED));
        assertThat(task.notes()).anyMatch(n -> n.contains("outermost end of 2 segments"));
    }

    /** x = 9.5 ± 1 in a range up to 10 excludes nothing above. */
    @Test
    void limitBeyondTheRangeIsNone() {
        TaskResult task = run("x", "9.5 ± 1", "0:10", "{type: limit, levels: [95%], methods: [profile, cls]}");
        ResultBlock.Table limits = PlaneFit.table(task, "limits");
        assertThat(PlaneFit.cell(limits, 0, "limit")).isNull();
        assertThat(PlaneFit.cell(limits, 0, "status")).isEqualTo("beyond the range");
        assertThat(PlaneFit.cell(limits, 1, "limit")).isNull();
        assertThat(task.clipped()).containsExactly("x");
    }
}
