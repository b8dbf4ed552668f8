package org.penguinfit.likelihoods.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuadraticFormTest {
    /** One or two roundings of a coefficient of order one. */
    private static final double ROUNDING = 1e-15;

    private static final Formulas COMPLEX = Formulas.of("C", "Im(C)", "D", "Im(D)", "x");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abs2(C + 2*D)",
                "abs(C)^2",
                "re(C*conj(D))/3 - im(C)",
                "re((C + 1)^2)",
                "-(x + 1)*(x - re(D))",
                "pow(x, 2) + sum(i in nu: x)",
                "abs2(C)*(1 + 0*log(x))",
                "im(conj(C)*complex(1, 2))^2",
                "7"
            })
    void polynomialsOfDegreeTwoAreRecognised(String text) {
        assertThat(COMPLEX.compile(text).isQuadratic(0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abs2(C)*x", "sqrt(x)", "1/x", "x^3", "abs(C)", "x^2.5", "min(x, 1)", "2^x"})
    void whatIsNoneIsNot(String text) {
        PredictionVector p = COMPLEX.compile(text);
        assertThat(p.isQuadratic(0)).isFalse();
        assertThat(p.quadratic(0)).isEmpty();
    }

    /** |a + ib|² expanded by hand: 3 |C + 2D|² − 2 Re C = 3 (c² + s²) + 12 (c d + s t) + 12 (d² + t²) − 2 c. */
    @Test
    void coefficientsAreThoseOfTheExpandedPolynomial() {
        QuadraticForm form =
                COMPLEX.compile("3*abs2(C + 2*D) - 2*re(C) + 5").quadratic(0).orElseThrow();
        assertThat(form.constant()).isEqualTo(5);
        assertThat(form.supportCount()).isEqualTo(4);
        assertThat(form.linearCoefficient(0)).isEqualTo(-2);
        assertThat(form.linearCoefficient(1)).isZero();
        StringBuilder terms = new StringBuilder();
        for (int t = 0; t < form.quadraticCount(); t++) {
            terms.append(form.quadraticRow(t)).append(form.quadraticColumn(t));
            terms.append(':').append(form.quadraticCoefficient(t)).append(' ');
        }
        assertThat(terms.toString()).isEqualTo("00:3.0 02:12.0 11:3.0 13:12.0 22:12.0 33:12.0 ");
    }

    @Test
    void aFixedParameterLowersTheDegree() {
        assertThat(Formulas.of("x", "y").compile("(x*y)^2").isQuadratic(0)).isFalse();
        PredictionVector fixed = new Formulas(List.of("x"), Map.of("y", 3.0)).compile("(x*y)^2");
        assertThat(fixed.isQuadratic(0)).isTrue();
        assertThat(fixed.slice(0, 0, new double[] {0}).orElseThrow()).containsExactly(0, 0, 9);
    }

    /** C = 2 x I with both free is of degree 2, so a rate a + b C + c C² is a quartic in them and a parabola in each. */
    @Test
    void slicesAreExactForHigherDegrees() {
        PredictionVector p = Formulas.of("x", "y")
                .compile(
                        "4.39 - 0.457*(2*x*y) + 0.0357*(2*x*y)^2",
                        "4.39 - 0.457*x^2 + 0.0357*abs2(x^2)",
                        "sqrt(y)*x^3");
        assertThat(p.slice(0, 0, new double[] {9, 0.5}).orElseThrow())
                .containsExactly(new double[] {4.39, -0.457, 0.0357}, within(ROUNDING));
        assertThat(p.slice(1, 0, new double[] {9, 0.5}).orElseThrow())
                .containsExactly(new double[] {4.39, 0, -0.457, 0, 0.0357}, within(ROUNDING));
        assertThat(p.slice(2, 0, new double[] {9, 4}).orElseThrow()).containsExactly(0, 0, 0, 2);
        assertThat(p.slice(2, 1, new double[] {9, 4})).isEmpty();
        assertThat(p.slice(1, 1, new double[] {2, 4}).orElseThrow()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abs2(C + x*D)^2/7 - (1 + x)^5", "3*abs2(C) - x*re(D)", "exp(re(C))*(x - 1)^3 + x"})
    void aSliceHasTheValuesOfTheObservable(String text) {
        PredictionVector p = COMPLEX.compile(text);
        double[] theta = {0.3, -0.8, 1.1, 0.6, 0};
        Optional<double[]> slice = p.slice(0, 4, theta);
        double[] mu = new double[1];
        for (double t = -2; t <= 2; t += 0.25) {
            theta[4] = t;
            p.evaluator().values(theta, mu);
            double sum = 0;
            for (int k = slice.orElseThrow().length - 1; k >= 0; k--) {
                sum = sum * t + slice.orElseThrow()[k];
            }
            assertThat(sum).isCloseTo(mu[0], within(1e-12 * (1 + Math.abs(mu[0])))); // Horner's rounding at degree 5
        }
    }
}
