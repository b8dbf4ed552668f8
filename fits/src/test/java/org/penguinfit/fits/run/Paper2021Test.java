package org.penguinfit.fits.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.task.Blocks;

/** Tables 1 and 4 and figures 1 to 3 of arXiv:2108.05033 against what the paper prints and against closed forms. */
class Paper2021Test {
    /** The last box of the search of extremes is 1e-8 of the ranges, times slopes of at most 10. */
    private static final double EXTREMES = 1e-5;

    /** Two ways to compute one formula. */
    private static final double ROUNDING = 1e-12;

    private static final FitResult TABLE4 = Fits.run("bsnunu-2021/table4");

    private static final FitResult FIGURE1 = Fits.run("bsnunu-2021/figure1");

    private static final FitResult FIGURE2 = Fits.run("bsnunu-2021/figure2");

    /**
     * Every printed number of these tasks is what ours rounds to, or not where the paper rounds in between: 52 is twice 26, 1.0003, 2.4,
     * 23 and 1.005 are those of rounded bounds; 0.4, 26, 35 and 11 of S0, which has no flavour violation; and those of eq 22.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"table1,0", "table4,19", "charged-anomalies,0", "leptoquarks,0", "figure3,0"})
    void printedNumbersAreReproduced(String fit, int others) {
        FitResult result = fit.equals("table4") ? TABLE4 : Fits.run("bsnunu-2021/" + fit);
        int rounds = 0;
        int differs = 0;
        for (TaskResult task : result.tasks()) {
            for (List<@Nullable Object> row : Blocks.rowsIfAny(task, "printed")) {
                if ("yes".equals(row.get(row.size() - 1))) {
                    rounds++;
                } else {
                    differs++;
                }
            }
        }
        assertThat(rounds).isGreaterThan(1);
        assertThat(differs).isEqualTo(others);
    }

    /** Bounds of Table 4: √(limit/rate) of eq 21 for C_9 = −C_10 = f C, and the ratio 1 + 0.0357 C²/4.39 there. */
    @ParameterizedTest(name = "{0}: f = {1}")
    @CsvSource({"R,1", "S1,2", "V1,0.5"})
    void boundsAndRatiosOfTableFour(String leptoquark, double f) {
        double[] limits = {6.4e-9, 1.5e-5, 2.8e-5};
        double[] rates = {2 * 0.18e-7, 2 * 0.114e-7, 0.117e-7 + 0.111e-7};
        List<String> pairs = List.of("mue", "etau", "mutau");
        List<String> right = List.of("mue", "taue", "taumu");
        for (int k = 0; k < 3; k++) {
            double bound = Math.sqrt(limits[k] / rates[k]) / f;
            TaskResult printed = Fits.task(TABLE4, leptoquark);
            assertThat(Fits.ends(printed, leptoquark + "_" + pairs.get(k), "allowed"))
                    .containsExactly(new double[] {-bound, bound}, within(ROUNDING * bound));
            TaskResult corrected = Fits.task(TABLE4, leptoquark + "-corrected");
            assertThat(Fits.ends(corrected, leptoquark + "_" + right.get(k), "allowed"))
                    .containsExactly(new double[] {-bound, bound}, within(ROUNDING * bound));
            double ratio = 1 + 0.0357 * bound * bound / 4.39;
            for (String variant : List.of("", "-corrected")) {
                TaskResult scan = Fits.task(TABLE4, leptoquark + "-" + pairs.get(k) + variant);
                assertThat(Blocks.number(scan, "extremes", "value", "R_BKnunu", "largest"))
                        .isCloseTo(ratio, within(EXTREMES));
                assertThat(Blocks.number(scan, "extremes", "value", "R_BKstarnunu", "largest"))
                        .isCloseTo(1 + 0.0775 * bound * bound / 9.53, within(EXTREMES));
            }
        }
    }

    /** √(limit/rate)/2: the factor 2 of eq 22 halves the bounds, Table 4 has those of eq 20. */
    @Test
    void eq22HalvesTheBounds() {
        double bound = Math.sqrt(6.4e-9 / (2 * 0.18e-7)) / 2;
        assertThat(Fits.ends(Fits.task(TABLE4, "R-eq-22"), "R_mue", "allowed"))
                .containsExactly(new double[] {-bound, bound}, within(ROUNDING));
    }

    /** What Table 4 prints for S0, 1.001, 6.4 and 11, is 1 + 0.0357 C²/4.39 at the bounds of S~1/2, √(limit/rate) of eq 21. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"C^mue,6.4e-9,0.36e-7,1.001", "C^etau,1.5e-5,0.228e-7,6.4", "C^mutau,2.8e-5,0.228e-7,11"})
    void ratiosPrintedForS0(String point, double limit, double rate, double printed) {
        double found = Fits.get(Fits.task(TABLE4, "S0-printed").predictions(), "R_BKnunu at " + point)
                .value();
        assertThat(found).isCloseTo(1 + 0.0357 * limit / rate / 4.39, within(1e-6)); // the points have six decimals
        assertThat(found).isCloseTo(printed, within(printed < 2 ? 0.0005 : 0.05));
    }

    /** Without C_9 and C_10 no limit of eq 21 bounds S0, the whole range stays; what does is √((18 − 9.53)/0.0775) = 10.454 of eq 8. */
    @Test
    void s0IsBoundedByNeutrinosOnly() {
        assertThat(Fits.ends(Fits.task(TABLE4, "S0"), "S0_mue", "allowed")).containsExactly(-100, 100);
        double bound = Math.sqrt((18 - 9.53) / 0.0775);
        assertThat(Fits.ends(Fits.task(TABLE4, "S0-corrected"), "S0_taumu", "allowed"))
                .containsExactly(new double[] {-bound, bound}, within(1e-11));
        assertThat(Blocks.number(Fits.task(TABLE4, "S0-corrected-ratio"), "extremes", "value", "R_BKnunu", "largest"))
                .isCloseTo(1 + 0.0357 * bound * bound / 4.39, within(EXTREMES));
    }

    /** Eqs 7 and 8 at the tabulated points, with 16 % and 10.5 %; for these relative uncertainties bands are linear. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "K-CL33,4.39,-0.457,0.0357,0.16",
        "K-CL23,4.39,0,0.0357,0.16",
        "Kstar-CL33,9.53,-0.993,0.0775,0.105",
        "Kstar-CR33,9.53,0.661,0.0775,0.105",
        "Kstar-CL23,9.53,0,0.0775,0.105"
    })
    void curvesOfFigureOneAreEqs7And8(String task, double a, double b, double c, double relative) {
        List<List<@Nullable Object>> rows = Blocks.rows(Fits.task(FIGURE1, task), "curve");
        assertThat(rows).hasSize(201);
        for (List<@Nullable Object> row : rows) {
            double x = number(row, 0);
            double expected = 1e-6 * (a + b * x + c * x * x);
            assertThat(number(row, 2)).isCloseTo(expected, within(1e-16));
            assertThat(number(row, 3)).isCloseTo(relative * expected, within(1e-16));
        }
        assertThat(Blocks.rows(Fits.task(FIGURE1, task), "measured")).hasSize(1);
        assertThat(Blocks.rows(Fits.task(FIGURE1, task), "standard")).hasSize(1);
    }

    /** Eq 14 with V > 0 for |V|, and the uncertainty of V/ξ, 0.78/42.21, and of the bag parameters, 5.96 %, on its terms. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"I-0,0,8.2", "I-3,3,8.2", "I-3-corrected,3,4.2"})
    void curvesOfFigureTwoAreEq14(String task, double i, double c) {
        double ckm = 0.78 / 42.21;
        double bag = Math.hypot(0.040 / 0.890, 0.045 / 1.149);
        for (List<@Nullable Object> row : Blocks.rows(Fits.task(FIGURE2, task), "curve")) {
            double v = number(row, 0);
            double mixed = -c * i * v;
            double square = 3282 * v * v;
            assertThat(number(row, 2)).isCloseTo(1 + 1.5e-4 * i * i + mixed + square, within(ROUNDING));
            double sigma = Math.hypot(ckm * (mixed + 2 * square), bag * mixed);
            assertThat(number(row, 3)).isCloseTo(sigma, within(ROUNDING));
        }
    }

    /** 17.741/18.4 = 0.964, and ±: 17.741/17.2 − 0.964 = 0.067, 0.964 − 17.741/19.1 = 0.035; the text prints 0.96 +0.4 −0.6. */
    @Test
    void ratioOfTheMassDifferenceIsShownCorrectedAndAsPrinted() {
        List<@Nullable Object> row =
                Blocks.rows(Fits.task(FIGURE2, "I-3"), "measured").get(0);
        assertThat(String.valueOf(row.get(2))).isEqualTo("0.964 +0.067 -0.035");
        assertThat(17.741 / 18.4).isCloseTo(0.964, within(0.0005));
        assertThat(17.741 / 17.2 - 17.741 / 18.4).isCloseTo(0.067, within(0.0005));
        assertThat(17.741 / 18.4 - 17.741 / 19.1).isCloseTo(0.035, within(0.0005));
        TaskResult ratio = Fits.task(FIGURE2, "ratio");
        for (double standard : new double[] {18.4, 17.2, 19.1}) {
            assertThat(Fits.get(ratio.predictions(), "measured_R_DeltaM_s at " + standard)
                            .value())
                    .isCloseTo(17.741 / standard, within(ROUNDING));
        }
        List<@Nullable Object> misprint =
                Blocks.rows(Fits.task(FIGURE2, "I-3-misprint"), "measured").get(0);
        assertThat(String.valueOf(misprint.get(2))).isEqualTo("0.96 +0.4 -0.6");
    }

    /** At ΔM_s = SM and I = 3, −2: V solves 3282 V² = c |I| V − 1.5e-4 I²; C'_L = 2 x I f and C'_R = 4 (V/ξ) x π s_W²/α f of eq 10. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"right,8.2,1", "right-corrected-10,8.2,0.25", "right-corrected,4.2,0.25"})
    void regionOfFigureTwoReachesItsCorners(String task, double c, double factor) {
        TaskResult region = Fits.task(FIGURE2, task);
        double unit = factor * 4 * 0.15 * Math.PI * 0.2312 * 127.9 / 0.0413;
        assertThat(Blocks.number(region, "extremes", "value", "Cp_L", "largest"))
                .isCloseTo(factor * 0.9, within(EXTREMES));
        assertThat(Blocks.number(region, "extremes", "value", "Cp_R", "largest"))
                .isCloseTo(unit * largestV(c, 3), within(10 * EXTREMES));
        assertThat(Blocks.number(region, "extremes", "value", "Cp_R", "smallest"))
                .isCloseTo(-unit * largestV(c, 2), within(10 * EXTREMES));
    }

    /** Figure 3, right: 7.73e-7 (1 + Δ/4.3)², and 0.49/7.73 of it. */
    @Test
    void curveOfFigureThreeIsEq15() {
        TaskResult task = Fits.task(Fits.run("bsnunu-2021/figure3"), "right");
        for (List<@Nullable Object> row : Blocks.rows(task, "curve")) {
            if ("BR(Bs->tautau)".equals(row.get(1))) {
                double ratio = Math.pow(1 + number(row, 0) / 4.3, 2);
                assertThat(number(row, 2)).isCloseTo(7.73e-7 * ratio, within(1e-18));
                assertThat(number(row, 3)).isCloseTo(0.49e-7 * ratio, within(1e-18));
            }
        }
    }

    private static double largestV(double c, double i) {
        double b = c * i;
        return (b + Math.sqrt(b * b - 4 * 3282 * 1.5e-4 * i * i)) / (2 * 3282);
    }

    private static double number(List<@Nullable Object> row, int column) {
        if (row.get(column) instanceof Double value) {
            return value;
        }
        throw new AssertionError("no number in column " + column + " of " + row);
    }
}
