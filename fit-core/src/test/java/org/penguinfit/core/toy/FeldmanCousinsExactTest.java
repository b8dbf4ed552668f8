package org.penguinfit.core.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;

/** Feldman and Cousins, physics/9711021: Tables IV (Poisson, 90 %) and X (bounded Gaussian mean). */
class FeldmanCousinsExactTest {
    /** Two decimals are printed. */
    private static final Offset<Double> PRINTED = within(0.0051);

    /** The paper's own grid in μ, of step 0.005, and its rounding, move some printed ends by one more unit. */
    private static final Offset<Double> PRINTED_GRID = within(0.0101);

    /** Step of the independent scan in μ. */
    private static final Offset<Double> SCAN = within(0.0021);

    /** Six decimals are printed by {@code reference/feldman-cousins.py}. */
    private static final Offset<Double> SIX_DIGITS = within(1e-6);

    /** Table X. */
    @ParameterizedTest
    @CsvSource({
        "1σ, -3.0, 0.00, 0.04",
        "1σ, 0.0, 0.00, 1.00",
        "1σ, 1.0, 0.24, 2.00",
        "1σ, 3.0, 2.00, 4.00",
        "90, -3.0, 0.00, 0.26",
        "90, 0.0, 0.00, 1.64",
        "90, 1.0, 0.00, 2.64",
        "90, 3.0, 1.37, 4.64",
        "95, -3.0, 0.00, 0.42",
        "95, 0.0, 0.00, 1.96",
        "95, 3.0, 1.14, 4.96",
        "99, -3.0, 0.00, 0.80",
        "99, 0.0, 0.00, 2.58",
        "99, 3.0, 0.67, 5.58"
    })
    void boundedGaussianMatchesThePublishedTable(String level, double measured, double lower, double upper) {
        Interval interval = new FeldmanCousinsGaussian(1.0).interval(measured, level(level));
        assertThat(interval.lower()).isCloseTo(lower, PRINTED);
        assertThat(interval.upper()).isCloseTo(upper, PRINTED);
    }

    /** {@code reference/feldman-cousins.py}, scipy 1.17.1. */
    @ParameterizedTest
    @CsvSource({
        "1σ, -1.5, 0.000000, 0.125789", "1σ, 0.5, 0.024760, 1.500000", "1σ, 1.6, 0.639481, 2.600000",
        "90, -0.5, 0.000000, 1.184009", "90, 1.6, 0.306933, 3.244854", "90, 2.5, 0.945388, 4.144854",
        "95, -1.5, 0.000000, 0.809471", "95, 2.5, 0.761138, 4.459964", "99, 2.5, 0.173652, 5.075829"
    })
    void boundedGaussianMatchesAnIndependentConstruction(String level, double measured, double lower, double upper) {
        Interval interval = new FeldmanCousinsGaussian(2.0).interval(2.0 * measured, level(level));
        assertThat(0.5 * interval.lower()).isCloseTo(lower, SIX_DIGITS);
        assertThat(0.5 * interval.upper()).isCloseTo(upper, SIX_DIGITS);
    }

    private static ConfidenceLevel level(String text) {
        return "1σ".equals(text) ? ConfidenceLevel.ofSigmas(1) : ConfidenceLevel.of(Double.parseDouble(text) / 100.0);
    }

    /** Table IV, with the upper ends that do not rise with the background. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.0, 0.00, 2.44",
        "1, 0.0, 0.11, 4.36",
        "2, 0.0, 0.53, 5.91",
        "3, 0.0, 1.10, 7.42",
        "5, 0.0, 1.84, 9.99",
        "10, 0.0, 5.50, 16.50",
        "0, 3.0, 0.00, 1.08",
        "1, 3.0, 0.00, 1.88",
        "3, 3.0, 0.00, 4.42",
        "5, 3.0, 0.00, 6.99",
        "6, 3.0, 0.15, 8.47",
        "8, 3.0, 1.51, 10.99",
        "10, 3.0, 2.63, 13.50"
    })
    void poissonMatchesThePublishedTable(int count, double background, double lower, double upper) {
        Interval interval = new FeldmanCousinsPoisson(background).published(count, ConfidenceLevel.of(0.90));
        assertThat(interval.lower()).isCloseTo(lower, PRINTED);
        assertThat(interval.upper()).isCloseTo(upper, PRINTED_GRID);
    }

    /** {@code reference/feldman-cousins.py}, scipy 1.17.1, without the correction of the upper end. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.0, 0.000, 2.434",
        "0, 3.0, 0.000, 0.952",
        "3, 0.0, 1.104, 7.424",
        "5, 3.0, 0.000, 6.986",
        "6, 3.0, 0.152, 8.468",
        "8, 3.0, 1.506, 10.990",
        "10, 3.0, 2.634, 13.500"
    })
    void poissonMatchesAnIndependentConstruction(int count, double background, double lower, double upper) {
        Interval interval = new FeldmanCousinsPoisson(background).interval(count, ConfidenceLevel.of(0.90));
        assertThat(interval.lower()).isCloseTo(lower, SCAN);
        assertThat(interval.upper()).isCloseTo(upper, SCAN);
    }

    /** Δχ² = 2.7055 on both sides, far from the bound. */
    @Test
    void farFromTheBoundTheIntervalIsTheCentralOne() {
        Interval interval = new FeldmanCousinsGaussian(0.5).interval(20.0, ConfidenceLevel.of(0.90));
        assertThat(interval.lower()).isCloseTo(20.0 - 0.5 * 1.6448536269514722, within(1e-9));
        assertThat(interval.upper()).isCloseTo(20.0 + 0.5 * 1.6448536269514722, within(1e-9));
    }
}
