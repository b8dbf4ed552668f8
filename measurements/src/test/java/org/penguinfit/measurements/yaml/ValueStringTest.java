package org.penguinfit.measurements.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.measurements.AsymmetricMethod;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.ExactValue;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.LogNormalValue;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.ValueRange;

/** Expected numbers are what the strings say: decimal literals, the nearest double to which the reader must give exactly. */
class ValueStringTest {
    private static final GaussianValue TWO_POINT_THREE = GaussianValue.of(2.3e-5, 0.5e-5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.3 ± 0.5 e-5",
                "2.3±0.5e-5",
                "2.3 +- 0.5 e-5",
                "2.3 +\u2212 0.5 e-5",
                "2.3 +/- 0.5 e-5",
                "2.3 \\pm 0.5 e-5",
                "2.3 ± 0.5 E-5",
                "2.3 ± 0.5 e\u22125",
                "2.3 ± 0.5 1e-5",
                "2.3 ± 0.5 10^-5",
                "2.3 ± 0.5 × 10^-5",
                "2.3 ± 0.5 x 10^-5",
                "2.3 ± 0.5 x10^{-5}",
                "2.3 ± 0.5 *10^(-5)",
                "2.3 ± 0.5 * 10 ^ ( -5 )",
                "2.3 ± 0.5 * 10**-5",
                "2.3 ± 0.5 * e-5",
                "2.3 ± 0.5 \\times 10^{-5}",
                "2.3 ± 0.5 · 1e-5",
                "(2.3 ± 0.5) e-5",
                "( 2.3 ± 0.5 ) × 10^-5",
                "(2.3±0.5)10^-5",
                "2.3e-5 ± 0.5e-5",
                "(2.3e-5 ± 5e-6)",
                "+2.3 ± .5 e-5",
                "2.3(5) e-5",
                "2.3(0.5)e-5",
                "(2.3(5)) e-5",
                "  2.3 ± 0.5 e-5  ",
                "2.3\u00a0±\u00a00.5\u00a0e-5"
            })
    void everySpellingOfTheSameValueIsTheSameValue(String string) {
        assertThat(Yaml.value(string)).isEqualTo(TWO_POINT_THREE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2.3 +0.5 -0.4", "2.3 - 0.4 + 0.5", "2.3 +0.5 \u22120.4", "2.3 +0.5/-0.4", "(2.3 + 0.5 - 0.4)"})
    void theSidesOfAnAsymmetricErrorMayComeInEitherOrder(String string) {
        assertThat(Yaml.value(string))
                .isEqualTo(new AsymmetricValue(2.3, List.of(new Uncertainty(0.5, 0.4, "")), AsymmetricMethod.SPLIT));
    }

    @Test
    void severalErrorsOfAllKindsKeepTheirOrderAndTheirLabels() {
        assertThat(Yaml.value("2.3 ± 0.5 (stat.) + 0.6 - 0.4 (Systematic) ± 0.1 (f_s/f_d) e-5"))
                .isEqualTo(new AsymmetricValue(
                        2.3e-5,
                        List.of(
                                new Uncertainty(0.5e-5, 0.5e-5, "stat"),
                                new Uncertainty(0.6e-5, 0.4e-5, "syst"),
                                new Uncertainty(0.1e-5, 0.1e-5, "f_s/f_d")),
                        AsymmetricMethod.SPLIT));
    }

    /** flavio 2.7.0 loses an error of each of these, see its grammar in the description of its constraint strings. */
    @Test
    void errorsThatFlavioLosesAreRead() {
        assertThat(Yaml.value("2.3 -0.4 +0.5")).isInstanceOf(AsymmetricValue.class);
        assertThat(Yaml.value("1.2 +0.3 -0.2 ± 0.1"))
                .extracting(ValueStringTest::count)
                .isEqualTo(2);
        assertThat(Yaml.problems("1.2 +0.3 ± 0.1")).containsExactly("10 '-' and the lower uncertainty are expected");
    }

    private static int count(PublishedValue value) {
        return value instanceof AsymmetricValue a ? a.uncertainties().size() : 0;
    }

    /** The rule of the Particle Data Group: digits in brackets count units of the last decimal. */
    @Test
    void digitsInBracketsCountTheLastDecimals() {
        assertThat(Yaml.value("1.67(3)")).isEqualTo(GaussianValue.of(1.67, 0.03));
        assertThat(Yaml.value("17.82(4)e-2")).isEqualTo(GaussianValue.of(0.1782, 0.0004));
        assertThat(Yaml.value("1.67(0.3)")).isEqualTo(GaussianValue.of(1.67, 0.3));
        assertThat(Yaml.value("-125(12)")).isEqualTo(GaussianValue.of(-125, 12));
        assertThat(Yaml.value("3.4(2)(11) e-8"))
                .isEqualTo(new GaussianValue(
                        3.4e-8, List.of(Uncertainty.symmetric(0.2e-8, ""), Uncertainty.symmetric(1.1e-8, ""))));
        assertThat(Yaml.value("3.4(2)(stat)(1)(syst)"))
                .isEqualTo(new GaussianValue(
                        3.4, List.of(Uncertainty.symmetric(0.2, "stat"), Uncertainty.symmetric(0.1, "syst"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "< 1.8e-5 @ 90% CL",
                "<1.8e-5@90%C.L.",
                "< 1.8 e-5 @ 90 % C.L.",
                "< 1.8 × 10^-5 @ 90% c.l.",
                "<= 1.8e-5 @ 90% CL",
                "≤ 1.8e-5 @ 90%",
                "< 1.8e-5 @ 0.90 CL",
                "< 1.8e-5 @ 0.9",
                "< 1.8e-5 @ 90\\% CL."
            })
    void everySpellingOfALimitIsTheSameLimit(String string) {
        assertThat(Yaml.value(string)).isEqualTo(UpperLimit.halfGaussian(1.8e-5, 0.9));
    }

    @Test
    void rangesLogNormalsAndExactValuesAreRead() {
        assertThat(Yaml.value("[0, 2] e-5")).isEqualTo(new ValueRange(0, 2e-5));
        assertThat(Yaml.value("[-2.5,1e-1]")).isEqualTo(new ValueRange(-2.5, 0.1));
        assertThat(Yaml.value("3 */ 2")).isEqualTo(new LogNormalValue(3, 2));
        assertThat(Yaml.value("-3e-3 /* 1.5")).isEqualTo(new LogNormalValue(-3e-3, 1.5));
        assertThat(Yaml.value("1.7e-5")).isEqualTo(new ExactValue(1.7e-5));
        assertThat(Yaml.value("\u22120.41")).isEqualTo(new ExactValue(-0.41));
        assertThat(Yaml.value("1.7 e-5")).isEqualTo(new ExactValue(1.7e-5));
    }

    /** Sums in quadrature: 3-4-5 and 5-12-13 triangles. */
    @Test
    void totalsAddEachSideInQuadrature() {
        assertThat(Yaml.value("10 ± 3 ± 4"))
                .isInstanceOfSatisfying(
                        GaussianValue.class, v -> assertThat(v.sigma()).isCloseTo(5, within(ROUNDING)));
        assertThat(Yaml.value("10 +3 -5 +4 -12")).isInstanceOfSatisfying(AsymmetricValue.class, v -> {
            assertThat(v.sigmaPlus()).isCloseTo(5, within(ROUNDING));
            assertThat(v.sigmaMinus()).isCloseTo(13, within(ROUNDING));
        });
    }

    /** A few units in the last place of a number near 10. */
    private static final double ROUNDING = 1e-14;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.3 ± | 6 an uncertainty is expected",
                "2.3 ± 0.5 ± | 12 an uncertainty is expected",
                "2.3 +0.5 +0.4 | 10 '-' and the lower uncertainty are expected",
                "2.3 -0.5 -0.4 | 10 '+' and the upper uncertainty are expected",
                "2.3 ± -0.5 | 7 an uncertainty must be > 0",
                "2.3 ± 0 | 7 an uncertainty must be > 0",
                "1.1e-5 ± 0.4 | 10 an uncertainty needs the power of ten that its value has",
                "(2.3 ± 0.5e-5) | 8 one power of ten must hold for all numbers",
                "(2.3 ± 0.5 | 11 ')' is expected",
                "2.3 ± 0.5) | 10 nothing more is expected",
                "2.3 ± 0.5 * 2e-5 | 13 a power of ten is expected",
                "2.3 ± 0.5 e- | 13 an exponent is expected",
                "2.3 ± 0.5 e-55555 | 13 an exponent has at most 3 digits",
                "2.3 ± 0.5 × 10-5 | 15 '^' is expected after 10",
                "2.3 ± 0.5 10^(-5 | 17 ')' is expected",
                "> 1e-5 @ 90% CL | 1 lower limits are not supported",
                "≥ 1e-5 @ 90% CL | 1 lower limits are not supported",
                "< 1e-5 @ 90 CL | 10 a confidence level must lie between 0 and 1",
                "< 1e-5 @ 1 | 10 a confidence level must lie between 0 and 1",
                "< 1e-5 @ -5% CL | 10 a confidence level must lie between 0 and 1",
                "< 1e-5 @ 90% BL | 14 nothing more is expected",
                "< 0 @ 90% CL | 3 an upper limit must be > 0",
                "< @ 90% CL | 3 a limit is expected",
                "< 1e-5 90% CL | 8 '@' and a confidence level are expected",
                "[1, 1] | 5 the upper end must lie above the lower one",
                "[1 2] | 4 ',' is expected",
                "[1, 2 | 6 ']' is expected",
                "3 */ 2 e-3 | 7 no power of ten may follow a log-normal",
                "3 */ 1 | 6 the factor of a log-normal must be > 1",
                "0 */ 2 | 1 the median of a log-normal must not be 0",
                "nan | 1 a number is expected",
                "1.2.3 ± 1 | 4 nothing more is expected",
                "1,2 ± 1 | 2 nothing more is expected",
                "0x1F | 3 a power of ten is expected"
            })
    void whatCannotBeUnderstoodIsAnErrorAtItsColumn(String string, String problem) {
        assertThat(Yaml.problems(string)).containsExactly(problem);
    }

    @Test
    void everyZeroErrorOfAStringIsReported() {
        assertThat(Yaml.problems("1 +0.0 -0 ± 0"))
                .containsExactly(
                        "4 an uncertainty must be > 0",
                        "9 an uncertainty must be > 0",
                        "13 an uncertainty must be > 0");
    }

    /** Java's shortest decimal text of a double reads back to it; so must any string built of such texts. */
    @Test
    void randomValuesReadBackExactly() {
        Random random = new Random(20210811);
        for (int i = 0; i < 2000; i++) {
            double central = random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            double plus = Math.abs(random.nextGaussian()) + 1e-9;
            double minus = Math.abs(random.nextGaussian()) + 1e-9;
            String string =
                    String.format(Locale.ROOT, "%s +%s -%s", scientific(central), scientific(plus), scientific(minus));
            assertThat(Yaml.value(string))
                    .isEqualTo(AsymmetricValue.of(central, List.of(new Uncertainty(plus, minus, ""))));
        }
    }

    private static String scientific(double x) {
        String text = Double.toString(x);
        return text.contains("E") ? text : text + "e0";
    }

    /** Whatever stands in a file, the reader answers with a value or with a diagnostic, and never throws. */
    @Test
    void noTextBreaksTheReader() {
        String alphabet = "0123456789..eE+--±<>=≤@%()[],*/ \\pmx×^CLcl{}\u2212st";
        Random random = new Random(7);
        int understood = 0;
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "1" : "<");
            int length = random.nextInt(14);
            for (int k = 0; k < length; k++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            understood += Yaml.problems(text.toString().strip()).isEmpty() ? 1 : 0;
        }
        assertThat(understood).isPositive();
    }
}
