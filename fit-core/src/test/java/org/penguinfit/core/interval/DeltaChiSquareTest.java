package org.penguinfit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeltaChiSquareTest {
    /** PDG 2024, Statistics review, Table 40.2. Two decimals are printed, one of them (7.82 for 7.8147) rounded up. */
    @ParameterizedTest(name = "{0} CL, {1} parameters")
    @CsvSource({
        "0.6827,1,1.00", "0.6827,2,2.30", "0.6827,3,3.53",
        "0.90,1,2.71", "0.90,2,4.61", "0.90,3,6.25",
        "0.95,1,3.84", "0.95,2,5.99", "0.95,3,7.82",
        "0.9545,1,4.00", "0.9545,2,6.18", "0.9545,3,8.03",
        "0.99,1,6.63", "0.99,2,9.21", "0.99,3,11.34",
        "0.9973,1,9.00", "0.9973,2,11.83", "0.9973,3,14.16"
    })
    void thresholdsMatchThePdgTable(double level, int dof, double published) {
        assertThat(DeltaChiSquare.threshold(ConfidenceLevel.of(level), dof)).isCloseTo(published, within(0.0055));
    }

    /** mpmath, 30 digits: x with gammainc(dof/2, 0, x/2, regularized) = level. */
    @ParameterizedTest(name = "{0} CL, {1} parameters")
    @CsvSource({
        "0.90,3,6.25138863117032370340802246954",
        "0.95,3,7.81472790325117797351461036159",
        "0.6827,6,7.03851549114495980352546593926",
        "0.95,6,12.5915872437439770532818142344",
        "0.6827,20,22.4365418253856584309253891235",
        "0.90,20,28.411980584305634262340825239"
    })
    void thresholdsForManyParametersAreExact(double level, int dof, double expected) {
        assertThat(DeltaChiSquare.threshold(ConfidenceLevel.of(level), dof))
                .isCloseTo(expected, within(1e-12 * expected));
    }

    /** mpmath, 30 digits: gammainc(3/2, x/2, inf, regularized) = erfc(5/sqrt(2)). */
    @Test
    void fiveSigmaKeepsItsSmallTail() {
        assertThat(DeltaChiSquare.threshold(ConfidenceLevel.ofSigmas(5), 3))
                .isCloseTo(31.812108348602642, within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 3, 4, 5, 1.6448536269514722})
    void thresholdOfSigmasForOneParameterIsExactlyTheirSquare(double sigmas) {
        assertThat(DeltaChiSquare.threshold(ConfidenceLevel.ofSigmas(sigmas), 1))
                .isEqualTo(sigmas * sigmas);
    }

    /** mpmath, 30 digits: erf(1/sqrt(2)), erf(2/sqrt(2)), erf(3/sqrt(2)). */
    @ParameterizedTest
    @CsvSource({
        "1,0.682689492137085897170465091263995",
        "2,0.954499736103641585599434725666896",
        "3,0.997300203936739810946696370464791"
    })
    void sigmasAreProbabilitiesAndBack(int sigmas, double probability) {
        assertThat(ConfidenceLevel.ofSigmas(sigmas).probability()).isEqualTo(probability);
        assertThat(ConfidenceLevel.of(probability)).isEqualTo(ConfidenceLevel.ofSigmas(sigmas));
        assertThat(ConfidenceLevel.of(probability)).hasToString(sigmas + "σ");
    }

    /** Closed form for two parameters: −2 ln(1 − CL). */
    @Test
    void twoParametersHaveAClosedForm() {
        assertThat(DeltaChiSquare.threshold(ConfidenceLevel.of(0.95), 2)).isCloseTo(-2 * Math.log(0.05), within(1e-14));
    }

    @Test
    void aConfidenceLevelIsAProbabilityBetweenZeroAndOne() {
        assertThatThrownBy(() -> ConfidenceLevel.of(90)).hasMessageContaining("write 0.9");
        assertThatThrownBy(() -> ConfidenceLevel.of(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConfidenceLevel.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConfidenceLevel.ofSigmas(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConfidenceLevel.ofSigmas(20)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DeltaChiSquare.threshold(ConfidenceLevel.of(0.9), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ConfidenceLevel.of(0.9)).hasToString("90.0%").isNotEqualTo(ConfidenceLevel.of(0.95));
    }

    /** Normal quantiles 1.2815515655446004 and 1.6448536269514722 squared (scipy 1.17.1, scipy.stats.norm.isf). */
    @ParameterizedTest(name = "{0} CL, one-sided")
    @CsvSource({"0.90, 1.642374415149816", "0.95, 2.705543454095415"})
    void oneSidedThresholdsAreSquaresOfTheNormalQuantile(double level, double expected) {
        assertThat(DeltaChiSquare.oneSidedThreshold(ConfidenceLevel.of(level))).isCloseTo(expected, within(1e-12));
    }

    @Test
    void oneSidedLimitBelowTheMedianIsRefused() {
        assertThatThrownBy(() -> DeltaChiSquare.oneSidedThreshold(ConfidenceLevel.of(0.4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0.5");
    }
}
