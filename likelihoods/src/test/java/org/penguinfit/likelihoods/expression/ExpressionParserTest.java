package org.penguinfit.likelihoods.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParserTest {
    /** Constants are folded with the same operations that the expected value needs. */
    private static final double ROUNDING = 1e-15;

    /** Expected values: arithmetic by the usual rules of precedence, worked out by hand. */
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "-2^2,-4",
        "(-2)^2,4",
        "2^-1,0.5",
        "2^3^2,512",
        "-2^-2,-0.25",
        "2*-3,-6",
        "--3,3",
        "+3,3",
        "6/2/3,1",
        "6-2-3,1",
        "2+3*4,14",
        "(2+3)*4,20",
        "2*3^2,18",
        "1/2*4,2",
        "8/2^2,2",
        ".5,0.5",
        "5.,5",
        "1e-6,0.000001",
        "2.5E+2,250",
        "2 - -2,4",
        "1-2^2*3,-11"
    })
    void precedenceIsThatOfMathematics(String text, double expected) {
        assertThat(Formulas.of().value(text)).isCloseTo(expected, within(ROUNDING));
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2 +| 3 | expression ends too early",
                "(2 + 3| 0 | '(' is never closed",
                "x*(2 + sin(3)| 2 | '(' is never closed",
                "2 + 3)| 5 | ')' closes nothing",
                "2x| 1 | an operator must stand here",
                "2 x| 2 | an operator must stand here",
                "x**2| 1 | unknown operator",
                "x − 2| 2 | unexpected character",
                "x $ 2| 2 | unexpected character",
                "* 2| 0 | a number, a name or '(' must stand here",
                "x < 2| 2 | a comparison may stand only in the condition of a sum",
                "\"BR(B->K)| 0 | quote is never closed",
                "sum(i nu: 1)| 6 | 'in' must stand behind the index",
                "sum(i in nu 1)| 12 | ':' must stand before what is summed",
                "sum(i in nu if i = e: 1)| 17 | unexpected character",
                "1e999| 0 | number is too large",
                "sin()| 0 | sin takes 1 argument",
                "x[1]| 2 | an index must be a name",
            })
    void aSyntaxErrorNamesItsPlace(String text, int offset, String rule) {
        assertThat(Formulas.of("x").problems(text))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.offset() + " " + problem.rule()).isEqualTo(offset + " " + rule));
    }

    @Test
    void deepNestingIsAProblemAndNoStackOverflow() {
        for (String deep : new String[] {
            "(".repeat(10_000) + "1",
            "-".repeat(10_000) + "1",
            "2^".repeat(10_000) + "2",
            "sin(".repeat(10_000) + "1",
            "sum(i in nu: ".repeat(10_000)
        }) {
            assertThat(Formulas.of().problems(deep))
                    .singleElement()
                    .satisfies(p -> assertThat(p.rule()).isEqualTo("nesting must not be deeper than 200"));
        }
    }

    @Test
    void aFormulaMayBeVeryLong() {
        int terms = 20_000;
        assertThat(Formulas.of("x").value("1" + " + x*1".repeat(terms), 0.5)).isEqualTo(1 + 0.5 * terms);
        assertThat(Formulas.of("x").value("1" + " - sin(x)".repeat(terms), 0.0)).isEqualTo(1);
    }
}
