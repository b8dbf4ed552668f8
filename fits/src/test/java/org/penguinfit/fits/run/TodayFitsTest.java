package org.penguinfit.fits.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.fits.Extremes;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.TaskResult;

/** The fits bsnunu/… of arXiv:2108.05033 with the data of today against closed forms. */
class TodayFitsTest {
    private static final FitResult TABLE2 = Fits.run("bsnunu/table2");
    private static final FitResult TABLE3 = Fits.run("bsnunu/table3");
    private static final FitResult TABLE4 = Fits.run("bsnunu/table4");
    private static final FitResult ZPRIME = Fits.run("bsnunu/zprime");
    private static final FitResult POSTER = Fits.run("bsnunu/poster-table");
    private static final FitResult CHARGED = Fits.run("bsnunu/charged-anomalies");
    private static final FitResult LEPTOQUARKS = Fits.run("bsnunu/leptoquarks");

    /** Root finding and the last box of the search of extremes, relative. */
    private static final double NUMERICS = 1e-5;

    /** The roots of 4.39 − 0.457 C + 0.0357 C² = rate. */
    private static double root(double rate, int sign) {
        return (0.457 + sign * Math.sqrt(0.457 * 0.457 + 4 * 0.0357 * (rate - 4.39))) / (2 * 0.0357);
    }

    /** (1.3 ± 0.4)e-5 in eq 7, and what is left of it beside the limit on B0 → K*0 ν ν. */
    @Test
    void rowsOfTableTwoNoLongerOverlapForLeftHandedQuarks() {
        double[] kaon = Fits.ends(Fits.task(TABLE2, "row-RK"), "CL_bsnutaunutau", "allowed");
        double[] expected = {root(17, -1), root(9, -1), root(9, 1), root(17, 1)};
        assertThat(kaon).containsExactly(expected, within(NUMERICS * 30));
        double[] vector = Fits.ends(Fits.task(TABLE2, "row-RKstar"), "CL_bsnutaunutau", "allowed");
        assertThat(vector).hasSize(2);
        assertThat(kaon[1]).isLessThan(vector[0]);
        assertThat(kaon[2]).isGreaterThan(vector[1]);
        double[] right = Fits.ends(Fits.task(TABLE2, "row-RKstar"), "CR_bsnutaunutau", "allowed");
        assertThat(kaon[0]).isGreaterThan(right[0]);
    }

    /** The model of the poster has R_K* = 0.79, LHCb 2022 1.027 +0.072 −0.068 (stat) +0.027 −0.026 (syst); half a unit of the printed digit of 0.79. */
    @Test
    void theModelOfThePosterDoesNotStandToday() {
        double side = Math.hypot(0.068, 0.026);
        assertThat(Extremes.pull(POSTER, "table", "<Rmue>(B0->K*ll)[q2min=1.1,q2max=6]", "model"))
                .isCloseTo((0.79 - 1.027) / side, within(0.005 / side));
    }

    /** √(limit/rate) with the rates of arXiv:1602.00881 for C10 alone, and for C9 = −C10, in units of 1e-9. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "bs-mutau,bsmutau,42000,12.53,22.12",
        "k-etau,bsetau,15100,11.4,22.8",
        "k-mutau,bsmutau,5900,11.7,22.8",
        "k-taumu,bstaumu,24500,11.7,22.8",
        "kst0-emu,bsemu,5.7,38.57,77.14",
        "kst0-mue,bsmue,6.8,38.57,77.14",
        "kst0-mutau,bsmutau,10000,19.35,40.13",
        "kst0-taumu,bstaumu,8200,19.35,40.13"
    })
    void boundsAreRootsOfTheLimits(String task, String index, double limit, double one, double both) {
        double alone = Fits.ends(Fits.task(TABLE3, task + "-corrected"), "C10_" + index, "allowed")[1];
        double pair = Fits.ends(Fits.task(TABLE3, task + "-corrected"), "CLL_" + index, "allowed")[1];
        assertThat(alone).isCloseTo(Math.sqrt(limit / one), within(NUMERICS * alone));
        assertThat(pair).isCloseTo(Math.sqrt(limit / both), within(NUMERICS * pair));
    }

    /** R = 1 + 0.0357 C²/4.39 at the largest C, where C9′ = −C10′ = C_R, 2 C_L for S1 and C_L/2 for V1 meets the limit of 0.59e-5 or 1.0e-5. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"R,1", "S1,2", "V1,0.5"})
    void ratiosOfTableFourFollowFromTheStrongerLimit(String leptoquark, double factor) {
        double kaon = Math.sqrt(5900 / 22.8) / factor;
        double vector = Math.sqrt(10000 / 40.13) / factor;
        double c = Math.min(kaon, vector);
        double[] ends = Fits.ends(Fits.task(TABLE4, leptoquark + "-corrected"), leptoquark + "_taumu", "allowed");
        assertThat(ends[1]).isCloseTo(c, within(NUMERICS * c));
        double ratio = 1 + 0.0357 * c * c / 4.39;
        assertThat(Extremes.largest(TABLE4, leptoquark + "-taumu", "R_BKnunu"))
                .isCloseTo(ratio, within(NUMERICS * ratio));
    }

    /**
     * As in 2021 with ΔM_s up to 1.0329 of the Standard Model, or as the paper up to 1, or up to 17.741/17.2: the largest |V| for I = 3 solves 3282 V² − c·3 V + 1.5e-4·9 = top − 1,
     * C'_L = 0.225 and C'_R = |V| 0.15 π 0.2312·127.9/0.0413.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "corrected-10,8.2,1.0329",
        "corrected,4.2,1.0329",
        "corrected-cut-of-2021,4.2,1",
        "corrected-data-of-2021,4.2,1.0315"
    })
    void largestRatioOfTheZprime(String task, double c, double top) {
        double b = 3 * c;
        double v = (b + Math.sqrt(b * b - 4 * 3282 * (1.5e-4 * 9 - (top - 1)))) / (2 * 3282);
        double sum = 0.225 + v / 0.0413 * 0.15 * Math.PI * 0.2312 * 127.9;
        assertThat(Extremes.largest(ZPRIME, task, "R_BKnunu"))
                .isCloseTo(1 + 0.0357 * sum * sum / 4.39, within(NUMERICS));
    }

    /**
     * HFLAV 2025 against 0.296 ± 0.004 and 0.254 ± 0.005: with x = 0.051/√(0.025² + 0.004²), y = 0.034/0.013 and the correlation −0.39 diluted by the theory
     * uncertainties, χ² = (x² + y² − 2ρxy)/(1 − ρ²).
     */
    @Test
    void standardModelOfTheChargedCurrentIsFourSigmaAway() {
        double sigmaD = Math.hypot(0.025, 0.004);
        double sigmaDst = Math.hypot(0.012, 0.005);
        double rho = -0.39 * 0.025 * 0.012 / (sigmaD * sigmaDst);
        double x = 0.051 / sigmaD;
        double y = 0.034 / sigmaDst;
        double expected = (x * x + y * y - 2 * rho * x * y) / (1 - rho * rho);
        TaskResult task = Fits.task(CHARGED, "standard-model");
        assertThat(Objects.requireNonNull(task.fit()).chi2Sm()).isCloseTo(expected, within(1e-4));
    }

    /** C_VL = −α/(2π) C_L at the lower root of eq 8 for 1.8e-5, −5.8546: r = (1 + 5.8546/(2π 127.9))² = 1.0146. */
    @Test
    void neutrinosLeaveLittleForTheChargedCurrent() {
        double c = (0.993 - Math.sqrt(0.993 * 0.993 + 4 * 0.0775 * 8.47)) / (2 * 0.0775);
        double expected = Math.pow(1 - c / (2 * Math.PI * 127.9), 2);
        assertThat(Extremes.largest(CHARGED, "nunu-limit", "r_D")).isCloseTo(expected, within(NUMERICS));
    }

    /** C9 = −C10 is 2 C_L for S1 and C_L/2 for V1, so that one fit of muons gives coefficients with ratio 4; eq 7 gives R. */
    @Test
    void muonsTellTheRatiosOfEquation23() {
        double s1 = Fits.at(
                Fits.minima(Fits.task(LEPTOQUARKS, "S1-mumu"), "S1_mumu").get(0), "S1_mumu");
        double v1 = Fits.at(
                Fits.minima(Fits.task(LEPTOQUARKS, "V1-mumu"), "V1_mumu").get(0), "V1_mumu");
        assertThat(v1).isCloseTo(4 * s1, within(1e-4));
        double ratio = 1 + (-0.457 * v1 + 0.0357 * v1 * v1) / 4.39;
        assertThat(Fits.get(Fits.task(LEPTOQUARKS, "V1-mumu").predictions(), "R_BKnunu")
                        .value())
                .isCloseTo(ratio, within(1e-6));
        assertThat(ratio).isLessThan(1.103); // eq 23 of 2021, with C9 = −C10 = −0.46
    }
}
