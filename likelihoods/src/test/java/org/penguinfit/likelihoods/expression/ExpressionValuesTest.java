package org.penguinfit.likelihoods.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionValuesTest {
    /** A few roundings of numbers of order one. */
    private static final double ROUNDING = 1e-14;

    /** mpmath, 30 digits, at x = 0.7, y = -1.3, z = 2.1: the expression itself, complex(a,b) being mpc(a,b). */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sqrt(x)+exp(y)*log(z) | 1.0388615414120670672",
                "sin(x*z)-cos(y)/tan(x) | 0.67733855038958512581",
                "asin(x)+acos(x^2)*atan(z) | 1.9679003549125338478",
                "sinh(x)-cosh(y)*tanh(z) | -1.1540938298799579417",
                "abs(complex(x,y))^3 | 3.2187314271308813255",
                "re(complex(x,y)^5/complex(z,x)) | 2.6564114285714285714",
                "im(complex(x,y)^-3) | -0.027605559412183047638",
                "im(exp(complex(x,y))*conj(complex(z,x))) | -4.4518461431189054242",
                "abs2(2*complex(x,y)-z/complex(y,x)) | 10.742935779816513761",
                "z^x^y | 3.2531170302521749331",
                "-z^2+2^-x | -3.7944277933275418578",
                "pow(z,y)*pow(x,3) | 0.13074016745623535161",
                "max(x,y,z)-min(x,y,z)+abs(y) | 4.7",
                "1e-6*pi/.5 | 6.2831853071795864769e-6",
            })
    void agreeWithMpmath(String text, double expected) {
        double[] theta = {0.7, -1.3, 2.1};
        assertThat(Formulas.of("x", "y", "z").value(text, theta))
                .isCloseTo(expected, within(ROUNDING * (1 + Math.abs(expected))));
        Formulas folded = new Formulas(List.of(), Map.of("x", 0.7, "y", -1.3, "z", 2.1));
        assertThat(folded.value(text)).isCloseTo(expected, within(ROUNDING * (1 + Math.abs(expected))));
    }

    /** Counting: 3 flavours, 9 pairs, 6 of different flavours, 3 of increasing order. */
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sum(i in nu: x) | 3",
                "sum(i in nu, j in nu: x) | 9",
                "sum(i in nu, j in nu if i != j: x) | 6",
                "sum(i in nu, j in nu if i == j: x) | 3",
                "sum(i in nu, j in nu if i < j: x) | 3",
                "sum(i in nu, j in nu if i > mu: x) | 3",
                "sum(i in nu, j in nu if i != j and j == tau: x) | 2",
                "sum(i in nu: sum(j in nu if i != j: x)) + 1 | 7",
                "1 + sum(i in nu: x)*2 | 7",
            })
    void aSumRunsOverTheFlavoursItsConditionLeaves(String text, double expected) {
        assertThat(Formulas.of("x").value(text, 1.0)).isEqualTo(expected);
    }

    /** IEEE 754: 2/0 is +∞ and 0/0 no number. A model may well have no value at its default point. */
    @Test
    void aParameterHeldAtZeroMayDivide() {
        Formulas held = new Formulas(List.of(), Map.of("x", 0.0));
        assertThat(held.value("2/x")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(held.value("x/x + 1")).isNaN();
        assertThat(Formulas.of("x").value("2/x", 0.0)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void zeroTimesAnythingVanishesAndEqualPartsAreOne() {
        PredictionVector p = Formulas.of("x").compile("0*log(x) + x", "exp(x) - exp(x) + 1", "abs(x)^2 - x*x");
        double[] mu = new double[3];
        p.evaluator().values(new double[] {-2}, mu);
        assertThat(mu).containsExactly(-2, 1, 0);
        assertThat(p.isQuadratic(0)).isTrue();
        assertThat(p.isQuadratic(2)).isTrue();
    }
}
