package org.penguinfit.fits.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.fits.config.PrintedText.Form;

/** Numbers and sets as papers print them. */
class PrintedTextTest {
    private static List<BigDecimal> numbers(String text) {
        return PrintedText.parse(text).orElseThrow().numbers();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "[-12, -4] or [17, 25];SEGMENTS",
                "[−12, −4] ∪ [17, 25];SEGMENTS",
                "[-6, 18.5];SEGMENTS",
                "|C| < 7.4;ABSOLUTE_BELOW",
                "|C_10| ≤ 7.4;ABSOLUTE_BELOW",
                "|C| in [8.5, 17];ABSOLUTE_SEGMENT",
                "1.97 to 2.03;RANGE",
                "1.97–2.03;RANGE",
                "< 1.8e-5 @ 90% CL;BELOW",
                "> 2;ABOVE",
                "1.5 +- 0.3;UNCERTAIN",
                "1.5 ± 0.3;UNCERTAIN",
                "(1.1 ± 0.4) × 10^-5;UNCERTAIN",
                "0.96 +0.07 -0.04;ASYMMETRIC",
                "6.4;VALUE",
                "about 6;VALUE",
                "6.8 × 10^-3;VALUE",
                "-0.757;VALUE",
            })
    void formsAreToldApart(String text, Form form) {
        assertThat(PrintedText.parse(text))
                .hasValueSatisfying(p -> assertThat(p.form()).isEqualTo(form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "N",
                "large",
                "[1, 2",
                "1 2",
                "1 2 3",
                "0.96 -0.07 +0.04",
                "|C|",
                "1.97 or 2.03",
                "1e99999999999",
                "2.35 ± "
            })
    void whatIsNoNumberIsNotGuessed(String text) {
        assertThat(PrintedText.parse(text)).isEmpty();
    }

    @Test
    void numbersKeepTheirDigitsInTheOrderOfTheText() {
        assertThat(numbers("[-12, -4] or [17, 25.0]"))
                .containsExactly(
                        new BigDecimal("-12"), new BigDecimal("-4"), new BigDecimal("17"), new BigDecimal("25.0"));
        assertThat(numbers("|C_10| < 7.4")).containsExactly(new BigDecimal("7.4"));
    }

    /** A power of ten behind the last number holds for all, as in measurement files. */
    @Test
    void aPowerOfTenBehindHoldsForAll() {
        assertThat(numbers("1.1 ± 0.4 e-5")).containsExactly(new BigDecimal("0.000011"), new BigDecimal("0.000004"));
        assertThat(numbers("1.1e-5 ± 0.4e-5")).containsExactly(new BigDecimal("0.000011"), new BigDecimal("0.000004"));
        assertThat(numbers("(1.1 ± 0.4) × 10^-5"))
                .containsExactly(new BigDecimal("0.000011"), new BigDecimal("0.000004"));
    }

    /** Trailing zeros are digits: 0.60 is hundredths; halves round away from zero. */
    @ParameterizedTest(name = "{0} as {1} in steps of {2}: {3}")
    @CsvSource({
        "0.5963,0.6,0,true",
        "0.5963,0.60,0,true",
        "0.5963,0.600,0,false",
        "25.65,25,0,false",
        "25.65,26,0,true",
        "-4.28,-4,0,true",
        "-12.5,-13,0,true",
        "1.234e-5,1.2e-5,0,true",
        "1.26e-5,1.2e-5,0,false",
        "287,3e2,0,true",
        "18.67,18.5,0.5,true",
        "18.76,18.5,0.5,false",
        "-5.85,-6,0.5,true",
        "8.55,8.5,0.5,true",
        "NaN,1,0,false",
        "Infinity,1,0,false"
    })
    void roundingIsThatOfThePrintedDigits(double ours, String printed, double step, boolean same) {
        assertThat(PrintedText.rounds(ours, new BigDecimal(printed), step)).isEqualTo(same);
    }
}
