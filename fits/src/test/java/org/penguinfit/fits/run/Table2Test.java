package org.penguinfit.fits.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;

/**
 * The packed fit bsnunu-2021/table2 against arXiv:2108.05033, Table 2, and against roots of quadratics. Predictions in 1e-6:
 * eq 7 is 4.39 − 0.457 C + 0.0357 C² for a diagonal C_L or C_R and 4.39 + 0.0357 C² for the others; eq 8 is 9.53 − 0.993 C +
 * 0.0775 C² for C_L, 9.53 + 0.661 C + 0.0775 C² for C_R and 9.53 + 0.0775 C² for the others.
 */
class Table2Test {
    private static final FitResult RESULT = Fits.run("bsnunu-2021/table2");

    /** Half a unit of the last digit that is printed. */
    private static final double TWO_DECIMALS = 0.005;

    /** As above, five and six decimals. */
    private static final double FIVE_DECIMALS = 0.5e-5;

    private static final double SIX_DECIMALS = 0.5e-6;

    /** Roots of quadratics by two formulas: rounding of numbers near 30. */
    private static final double ROUNDING = 1e-11;

    /** Φ⁻¹(0.95), standard tables (mpmath, 30 digits: sqrt(2)*erfinv(0.9)). */
    private static final double Q95 = 1.6448536269514726;

    private static double[] ends(String task, String parameter, String level) {
        return Fits.ends(Fits.task(RESULT, task), parameter, level);
    }

    /** Ends of {a + b x + c x² ≤ y}, c > 0. */
    private static double[] below(double a, double b, double c, double y) {
        double root = Math.sqrt(b * b - 4 * c * (a - y));
        return new double[] {(-b - root) / (2 * c), (-b + root) / (2 * c)};
    }

    @Test
    void givesAllTenTasksInTheOrderOfTheConfigAndConverges() {
        assertThat(RESULT.tasks())
                .extracting(t -> t.id())
                .containsExactly(
                        "row-RK",
                        "row-RK-ratio",
                        "row-RKstar",
                        "row-RKstar-label",
                        "likelihood-RK",
                        "likelihood-RKstar",
                        "combined",
                        "combined-theory",
                        "plane",
                        "plane-contour");
        assertThat(RESULT.tasks()).allMatch(t -> t.status() == TaskResult.Status.OK);
        assertThat(RESULT.converged()).isTrue();
    }

    /** The ends of row 1 before the paper's rounding: 7e-6 ≤ BR ≤ 15e-6 in eq 7; 1.5 ≤ R ≤ 3.5 with 4.39 below the line. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "row-RK, CL_bsnutaunutau, -11.99, -4.28, 17.08, 24.79",
        "row-RK, CR_bsnutaunutau, -11.99, -4.28, 17.08, 24.79",
        "row-RK, CL_bsnumunutau, -17.24, -8.55, 8.55, 17.24",
        "row-RK, CLp_bsnutaunutau, -17.24, -8.55, 8.55, 17.24",
        "row-RK-ratio, CL_bsnutaunutau, -12.26, -3.72, 16.52, 25.07",
        "row-RK-ratio, CR_bsnutaunutau, -12.26, -3.72, 16.52, 25.07",
        "row-RK-ratio, CL_bsnumunutau, -17.53, -7.84, 7.84, 17.53",
        "row-RK-ratio, CLp_bsnutaunutau, -17.53, -7.84, 7.84, 17.53"
    })
    void hardBandsGiveRowOne(String task, String parameter, double a, double b, double c, double d) {
        assertThat(ends(task, parameter, "allowed")).containsExactly(new double[] {a, b, c, d}, within(TWO_DECIMALS));
    }

    @ParameterizedTest
    @CsvSource({"row-RK, 7, 15", "row-RK-ratio, 6.585, 15.365" // 1.5 and 3.5 times 4.39
    })
    void rowOneIsTheClosedForm(String task, double low, double high) {
        double[] outer = below(4.39, -0.457, 0.0357, high);
        double[] inner = below(4.39, -0.457, 0.0357, low);
        assertThat(ends(task, "CL_bsnutaunutau", "allowed"))
                .containsExactly(new double[] {outer[0], inner[0], inner[1], outer[1]}, within(ROUNDING));
        double near = Math.sqrt((low - 4.39) / 0.0357);
        double far = Math.sqrt((high - 4.39) / 0.0357);
        assertThat(ends(task, "CLp_bsnutaunutau", "allowed"))
                .containsExactly(new double[] {-far, -near, near, far}, within(ROUNDING));
    }

    /** R ≤ 2.2, the misprinted label of row 2: BR ≤ 2.2 · 9.53e-6 in eq 8, which is [−7.3, 20.1], [−17.1, 8.6] and 12.15. */
    @ParameterizedTest
    @CsvSource({
        "CL_bsnutaunutau, -0.993, -7.3, 20.1",
        "CR_bsnutaunutau, 0.661, -17.1, 8.6",
        "CL_bsnumunutau, 0, -12.15, 12.15",
        "CLp_bsnutaunutau, 0, -12.15, 12.15"
    })
    void labelOfRowTwoGivesOtherNumbers(String parameter, double interference, double low, double high) {
        double[] found = ends("row-RKstar-label", parameter, "allowed");
        assertThat(found).containsExactly(below(9.53, interference, 0.0775, 2.2 * 9.53), within(ROUNDING));
        assertThat(found).containsExactly(new double[] {low, high}, within(0.05)); // half a unit of the digit shown
    }

    /** BR ≤ 1.8e-5 in eq 8. */
    @ParameterizedTest
    @CsvSource({"CL_bsnutaunutau, -0.993", "CR_bsnutaunutau, 0.661", "CL_bsnumunutau, 0", "CLp_bsnutaunutau, 0"})
    void hardLimitGivesRowTwo(String parameter, double interference) {
        assertThat(ends("row-RKstar", parameter, "allowed"))
                .containsExactly(below(9.53, interference, 0.0775, 18), within(ROUNDING));
    }

    /**
     * The list of numbers to reproduce has −5.86 and ±10.46, which follow from R ≤ 1.8e-5/9.53e-6 = 1.889 rounded in between;
     * the limit itself gives −5.8546 and ±10.4542, hence a tolerance of 0.006 instead of 0.005.
     */
    @ParameterizedTest
    @CsvSource({
        "CL_bsnutaunutau, -5.86, 18.67",
        "CR_bsnutaunutau, -15.56, 7.03",
        "CL_bsnumunutau, -10.46, 10.46",
        "CLp_bsnutaunutau, -10.46, 10.46"
    })
    void rowTwoIsThePrintedOneWithinItsRounding(String parameter, double low, double high) {
        assertThat(ends("row-RKstar", parameter, "allowed")).containsExactly(new double[] {low, high}, within(0.006));
    }

    /** −2 ln L = ((p − 11)/4)² ≤ n² is 11 − 4n ≤ p ≤ 11 + 4n; p reaches down to 2.93 (C_L) or 4.39 (others). */
    @ParameterizedTest
    @CsvSource({"1σ, 1", "90%, " + Q95, "2σ, 2"})
    void gaussianOfTheAverageIsTheClosedForm(String level, double n) {
        assertThat(ends("likelihood-RK", "CL_bsnutaunutau", level))
                .containsExactly(band(-0.457, 11 - 4 * n, 11 + 4 * n), within(1e-9));
        assertThat(ends("likelihood-RK", "CR_bsnutaunutau", level))
                .containsExactly(band(-0.457, 11 - 4 * n, 11 + 4 * n), within(1e-9));
        assertThat(ends("likelihood-RK", "CL_bsnumunutau", level))
                .containsExactly(band(0, 11 - 4 * n, 11 + 4 * n), within(1e-9));
    }

    /** Ends of {low ≤ 4.39 + b x + 0.0357 x² ≤ high}. */
    private static double[] band(double b, double low, double high) {
        double[] outer = below(4.39, b, 0.0357, high);
        if (b * b - 4 * 0.0357 * (4.39 - low) <= 0) {
            return outer;
        }
        double[] inner = below(4.39, b, 0.0357, low);
        return new double[] {outer[0], inner[0], inner[1], outer[1]};
    }

    @Test
    void gaussianOfTheAverageVanishesWhereThePredictionIsTheMeasurement() {
        TaskResult task = Fits.task(RESULT, "likelihood-RK");
        List<MinimumFound> minima = Fits.minima(task, "CL_bsnutaunutau");
        assertThat(minima.stream()
                        .mapToDouble(m -> Fits.at(m, "CL_bsnutaunutau"))
                        .sorted()
                        .toArray())
                .containsExactly(below(4.39, -0.457, 0.0357, 11), within(1e-7));
        // (x²)/2 of a deviation of 1e-7 times the curvature 0.1
        assertThat(minima).allSatisfy(m -> assertThat(m.chi2()).isBetween(0.0, 1e-14));
    }

    /** −2 ln L = (p/σ)², p > 0 with its vertex at −b/2c: p ≤ √(p₀² + n²σ²). */
    @ParameterizedTest
    @CsvSource({
        "CL_bsnutaunutau, -0.993, 1σ, 1",
        "CL_bsnutaunutau, -0.993, 90%, " + Q95,
        "CL_bsnutaunutau, -0.993, 2σ, 2",
        "CR_bsnutaunutau, 0.661, 1σ, 1",
        "CR_bsnutaunutau, 0.661, 2σ, 2",
        "CL_bsnumunutau, 0, 90%, " + Q95,
        "CLp_bsnutaunutau, 0, 2σ, 2"
    })
    void halfGaussianOfTheLimitIsTheClosedForm(String parameter, double b, String level, double n) {
        double sigma = 18 / Q95;
        double vertex = -b / (2 * 0.0775);
        double lowest = 9.53 - b * b / (4 * 0.0775);
        double high = Math.sqrt(lowest * lowest + n * n * sigma * sigma);
        assertThat(ends("likelihood-RKstar", parameter, level))
                .containsExactly(below(9.53, b, 0.0775, high), within(1e-9));
        MinimumFound minimum =
                Fits.minima(Fits.task(RESULT, "likelihood-RKstar"), parameter).get(0);
        assertThat(Fits.at(minimum, parameter)).isCloseTo(vertex, within(1e-9));
        assertThat(minimum.chi2()).isCloseTo(Math.pow(lowest / sigma, 2), within(1e-12));
    }

    /** The numbers asked for, to all digits shown; they agree with reference/table2.txt (mpmath, 40 digits). */
    @Test
    void combinationHasTwoMinimaForALeftHandedCurrent() {
        List<MinimumFound> minima = Fits.minima(Fits.task(RESULT, "combined"), "CL_bsnutaunutau");
        assertThat(minima).hasSize(2);
        assertThat(minima.get(0).chi2()).isCloseTo(2.918152, within(SIX_DECIMALS));
        assertThat(Fits.at(minima.get(0), "CL_bsnutaunutau")).isCloseTo(16.753825, within(SIX_DECIMALS));
        assertThat(minima.get(1).chi2()).isCloseTo(2.922776, within(SIX_DECIMALS));
        assertThat(Fits.at(minima.get(1), "CL_bsnutaunutau")).isCloseTo(-3.944135, within(SIX_DECIMALS));
        assertThat(minima.get(1).deltaChi2())
                .isCloseTo(minima.get(1).chi2() - minima.get(0).chi2(), within(1e-15));
    }

    @Test
    void combinationHasTheSetsAskedFor() {
        assertThat(ends("combined", "CL_bsnutaunutau", "1σ"))
                .containsExactly(new double[] {-7.54824, 1.98962, 10.80623, 20.36373}, within(FIVE_DECIMALS));
        assertThat(ends("combined", "CL_bsnutaunutau", "90%"))
                .containsExactly(new double[] {-9.45004, 22.26167}, within(FIVE_DECIMALS));
        assertThat(ends("combined", "CL_bsnutaunutau", "2σ"))
                .containsExactly(new double[] {-10.40513, 23.21571}, within(FIVE_DECIMALS));
    }

    /** Hesse: σ = √(2/f″) with f″ = 2 p₁′²/16 + 2 (p₁ − 11) p₁″/16 + 2 p₂′²/σ² + 2 p₂ p₂″/σ², all from the formulas above. */
    @Test
    void uncertaintyIsThatOfTheCurvature() {
        MinimumFound best =
                Fits.minima(Fits.task(RESULT, "combined"), "CL_bsnutaunutau").get(0);
        double x = Fits.at(best, "CL_bsnutaunutau");
        double p1 = 4.39 - 0.457 * x + 0.0357 * x * x;
        double d1 = -0.457 + 2 * 0.0357 * x;
        double p2 = 9.53 - 0.993 * x + 0.0775 * x * x;
        double d2 = -0.993 + 2 * 0.0775 * x;
        double s2 = Math.pow(18 / Q95, 2);
        double curvature = 2 * (d1 * d1 + (p1 - 11) * 2 * 0.0357) / 16 + 2 * (d2 * d2 + p2 * 2 * 0.0775) / s2;
        assertThat(Fits.get(best.uncertainties(), "CL_bsnutaunutau"))
                .isCloseTo(Math.sqrt(2 / curvature), within(1e-10));
        assertThat(best.edm()).isBetween(0.0, 1e-20);
    }

    /** At the Standard Model point ((11 − 4.39)/4)² + (9.53/σ)², one number for every task that uses both. */
    @ParameterizedTest
    @ValueSource(strings = {"combined", "plane"})
    void standardModelIsComparedWith(String task) {
        double standard = Math.pow((11 - 4.39) / 4, 2) + Math.pow(9.53 * Q95 / 18, 2);
        TaskResult.Goodness fit = Objects.requireNonNull(Fits.task(RESULT, task).fit());
        assertThat(fit.chi2Sm()).isCloseTo(standard, within(1e-12));
    }

    /** One degree of freedom in 'combined': p = erfc(√(χ²/2)), mpmath, 30 digits: erfc(sqrt(0.73504966076733/2)). */
    @Test
    void goodnessOfFitCountsTheLimit() {
        TaskResult.Goodness fit =
                Objects.requireNonNull(Fits.task(RESULT, "combined").fit());
        assertThat(fit.ndof()).isEqualTo(1);
        assertThat(fit.pValue()).isNotNull().isCloseTo(0.391251277665597, within(1e-10));
        assertThat(fit.pullSm()).isCloseTo(Math.sqrt(fit.chi2Sm() - fit.chi2()), within(1e-12));
    }
}
