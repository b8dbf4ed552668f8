package org.penguinfit.likelihoods.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PolynomialExpansionTest {
    private static final double ROUNDING = 1e-13;

    private static PredictionVector predictions(String formula, Map<String, Double> fixed, String... free) {
        return new Formulas(List.of(free), fixed).compile(formula);
    }

    @Test
    void aNuisanceParameterTimesAQuadraticIsOfDegreeThree() {
        PredictionVector p = predictions("(1 + 0.16*x) * (4.39 - 0.457*y + 0.0357*y^2)", Map.of(), "x", "y");
        SparsePolynomial f = p.polynomial(0).orElseThrow();
        assertThat(f.degree()).isEqualTo(3);
        assertThat(f.termCount()).isEqualTo(6);
        assertThat(f.coefficient(Monomial.ONE)).isEqualTo(4.39);
        assertThat(f.coefficient(Monomial.of(0, 1))).isCloseTo(-0.16 * 0.457, within(ROUNDING));
        assertThat(f.coefficient(Monomial.of(1, 0, 1))).isCloseTo(0.16 * 0.0357, within(ROUNDING));
        assertThat(p.isQuadratic(0)).isFalse();
    }

    @Test
    void fixedParametersAreFolded() {
        SparsePolynomial f = predictions("(1 + 0.5*z) * (x - y)^3 / (2*z)", Map.of("z", 2.0), "x", "y")
                .polynomial(0)
                .orElseThrow();
        assertThat(f.degree()).isEqualTo(3);
        assertThat(f.coefficient(Monomial.of(0, 0, 0))).isEqualTo(0.5);
        assertThat(f.coefficient(Monomial.of(0, 0, 1))).isEqualTo(-1.5);
        assertThat(f.coefficient(Monomial.of(0, 1, 1))).isEqualTo(1.5);
        assertThat(f.coefficient(Monomial.of(1, 1, 1))).isEqualTo(-0.5);
    }

    @Test
    void whatIsNoPolynomialOfModerateDegreeIsLeftAlone() {
        for (String formula :
                List.of("exp(x)", "x/y", "x^9", "(x - 1)^20", "x^0.5", "abs(x)", "x*y + sin(x)", "(x*y)^5")) {
            assertThat(predictions(formula, Map.of(), "x", "y").polynomial(0))
                    .as(formula)
                    .isEmpty();
        }
    }

    @Test
    void coefficientsThatAreNoNumbersMakeNoPolynomial() {
        for (String formula : List.of("x/(z - z)", "x + log(z - 2)", "sqrt(-z)", "x*y*(1/(z - 1))*(x + y)")) {
            assertThat(predictions(formula, Map.of("z", 1.0), "x", "y").polynomial(0))
                    .as(formula)
                    .isEmpty();
        }
    }

    @Test
    void powersAndProductsUpToDegreeEightAreMultipliedOut() {
        SparsePolynomial f = predictions("(x + y)^4 * (x - y)^4", Map.of(), "x", "y")
                .polynomial(0)
                .orElseThrow();
        assertThat(f.degree()).isEqualTo(8);
        assertThat(f.coefficient(Monomial.of(0, 0, 0, 0, 1, 1, 1, 1))).isEqualTo(6);
        assertThat(f.coefficient(Monomial.of(0, 0, 0, 0, 0, 0, 0, 1))).isZero();
        assertThat(f.termCount()).isEqualTo(5);
    }

    /** A product of eight long sums has more terms than are worth it. */
    @Test
    void tooManyTermsAreNoPolynomialHere() {
        String sum = "(1 + a + b + c + d + e + f + g + h + i + j + k + l)";
        String formula = String.join("*", Collections.nCopies(8, sum));
        String[] names = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"};
        assertThat(predictions(formula, Map.of(), names).polynomial(0)).isEmpty();
    }

    /** The same function from a formula and from coefficients; the formula's tape is the reference. */
    @Test
    void polynomialPredictionsAreTheFormulaTheyWereMultipliedOutFrom() {
        PredictionVector formula =
                predictions("(1 + 0.16*z) * (4.39 - 0.457*x + 0.0357*x*y)^2 - y^3 * z", Map.of(), "x", "y", "z");
        PolynomialPredictions table =
                PolynomialPredictions.of(3, List.of(formula.polynomial(0).orElseThrow()));
        Random random = new Random(1);
        for (int k = 0; k < 20; k++) {
            double[] theta = random.doubles(3, -2, 2).toArray();
            double[][] expected = all(formula, theta);
            double[][] actual = all(table, theta);
            for (int r = 0; r < expected.length; r++) {
                assertThat(actual[r]).containsExactly(expected[r], within(1000 * ROUNDING));
            }
            for (int parameter = 0; parameter < 3; parameter++) {
                assertThat(table.slice(0, parameter, theta).orElseThrow())
                        .containsExactly(formula.slice(0, parameter, theta).orElseThrow(), within(1000 * ROUNDING));
            }
        }
    }

    private static double[][] all(PredictionVector p, double[] theta) {
        double[][] results = {new double[1], new double[3], new double[9]};
        p.evaluator().valuesGradientsAndHessians(theta, results[0], results[1], results[2]);
        return results;
    }

    @Test
    void aSelectionKeepsItsOrder() {
        PolynomialPredictions table = PolynomialPredictions.of(
                1,
                List.of(
                        SparsePolynomial.builder().add(1).build(),
                        SparsePolynomial.builder().add(2, 0).build(),
                        SparsePolynomial.builder().add(3, 0, 0).build()));
        double[] mu = new double[3];
        table.select(new int[] {2, 0, 2}).evaluator().values(new double[] {2}, mu);
        assertThat(mu).containsExactly(12, 1, 12);
        assertThat(table.quadratic(2).orElseThrow().value(new double[] {2})).isEqualTo(12);
    }
}
