package org.penguinfit.fits.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PDG 2024, Introduction, section 5.3: the three printed examples, and what the words of the rule say at their edges. */
class PdgRoundingTest {
    @ParameterizedTest
    @CsvSource({
        // the examples of the rule
        "0.827, 0.119, 0.83 ± 0.12",
        "0.827, 0.367, 0.8 ± 0.4",
        // three leading digits 354 | 355, 949 | 950, 999 | 100
        "0.827, 0.354, 0.83 ± 0.35",
        "0.827, 0.355, 0.8 ± 0.4",
        "0.827, 0.949, 0.8 ± 0.9",
        "0.827, 0.950, 0.8 ± 1.0",
        "0.827, 0.963, 0.8 ± 1.0",
        "0.827, 0.999, 0.8 ± 1.0",
        "0.827, 0.9999, 0.8 ± 1.0",
        "0.827, 1.00, 0.8 ± 1.0",
        "5, 0.0999, 5.00 ± 0.10",
        "5, 0.1, 5.00 ± 0.10",
        "5, 0.095, 5.00 ± 0.10",
        "-3.94413, 3.6, −4 ± 4",
        "-3.94413, 3.54, −3.9 ± 3.5",
        "-0.02, 0.12, −0.02 ± 0.12",
        "0, 1, 0.0 ± 1.0",
        // zero has no sign
        "-0.001, 0.2, 0.00 ± 0.20",
        // large and small numbers have a common power of ten
        "123456, 1234, (1.235 ± 0.012)e5",
        "1.1e-5, 0.4e-5, (1.1 ± 0.4)e-5",
        "-1.1e-5, 0.4e-5, (−1.1 ± 0.4)e-5",
        "1234, 170, (1.23 ± 0.17)e3",
        "6.02214076e23, 3.1e20, (6.0221 ± 0.0031)e23",
        "1e-300, 2e-301, (1.00 ± 0.20)e-300",
        "0, 1e-7, (0.0 ± 1.0)e-7",
        // tens and hundreds read well without a power
        "3, 41, 0 ± 40",
        "-123, 41, −120 ± 40",
        "3, 612, 0 ± 600",
        "1234, 412, (1.2 ± 0.4)e3"
    })
    void valueFollowsItsUncertainty(double value, double sigma, String expected) {
        assertThat(PdgRounding.withUncertainty(value, sigma)).isEqualTo(expected);
    }

    /** The rule in words, against 2000 seeded sigmas: the printed one has one or two digits and is off by less than 15 %. */
    @Test
    void printedUncertaintyIsNearTheTrueOne() {
        Random random = new Random(20210831);
        for (int i = 0; i < 2000; i++) {
            double sigma = Math.exp(20 * random.nextDouble() - 10);
            int decimals = PdgRounding.decimals(sigma);
            BigDecimal printed = new BigDecimal(sigma).setScale(decimals, java.math.RoundingMode.HALF_UP);
            assertThat(printed.precision()).as("digits of %s", sigma).isBetween(1, 2);
            // 0.5/3.55 is the largest relative rounding that the rule allows
            assertThat(printed.doubleValue()).as("%s", sigma).isCloseTo(sigma, within(sigma * 0.5 / 3.54));
        }
    }

    @ParameterizedTest
    @CsvSource({"1.5, 0", "1.5, -1", "1.5, NaN", "1.5, Infinity"})
    void withoutAUsableUncertaintyTheValueStandsAlone(double value, double sigma) {
        assertThat(PdgRounding.withUncertainty(value, sigma)).isEqualTo("1.5");
    }

    @ParameterizedTest
    @CsvSource({
        "3.4891507, 7, 3.489151",
        "3.4891507, 3, 3.49",
        "100, 3, 100",
        "99.96, 3, 100",
        "999999.9, 7, 999999.9",
        "999999.9, 6, 1e6",
        "1234567, 4, 1.235e6",
        "0.00012345, 3, 0.000123",
        "0.000012345, 3, 1.23e-5",
        "-0.000012345, 3, −1.23e-5",
        "-16.5, 2, −17",
        "0, 5, 0",
        "-0.0, 5, 0",
        "1.7976931348623157e308, 3, 1.8e308",
        "4.9e-324, 2, 4.9e-324"
    })
    void plainNumbersKeepSoManyDigits(double value, int digits, String expected) {
        assertThat(PdgRounding.plain(value, digits)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "16.753825, 2, 16.75",
        "-0.004, 2, 0.00",
        "-0.005, 2, −0.01",
        "1234.5, 0, 1235",
        "1234.5, -2, 1200",
        "-44.9, -2, 0"
    })
    void fixedNumbersHaveSoManyDecimals(double value, int decimals, String expected) {
        assertThat(PdgRounding.fixed(value, decimals)).isEqualTo(expected);
    }
}
