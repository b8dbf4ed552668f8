package org.penguinfit.core.polynomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolynomialTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static double[] allRoots(Polynomial p) {
        return p.realRoots(-INFINITY, INFINITY);
    }

    private static void assertRoots(Polynomial p, double relative, double... expected) {
        double[] roots = allRoots(p);
        assertThat(roots).hasSize(expected.length);
        for (int k = 0; k < roots.length; k++) {
            assertThat(roots[k]).isCloseTo(expected[k], within(relative * Math.abs(expected[k])));
        }
    }

    /** mpmath.polyroots, 30 digits: x⁴ − 3x³ − 1.25x² + 2.5x + 0.5. Simple roots, so a few last digits. */
    @Test
    void quarticWithFourRoots() {
        assertRoots(
                Polynomial.of(0.5, 2.5, -1.25, -3, 1),
                1e-15,
                -0.8847311974546691,
                -0.19066936301270046,
                0.9476427042016012,
                3.1277578562657684);
    }

    /** mpmath.findroot, 30 digits: the only real root of x⁵ − x − 1, which has no radical expression. */
    @Test
    void quinticWithOneRoot() {
        assertRoots(Polynomial.of(-1, -1, 0, 0, 0, 1), 1e-15, 1.1673039782614187);
    }

    /** The same quartic in units 10^k: roots scale, digits stay. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-6, 1e-3, 1, 1e3, 1e6, 1e12})
    void rootsScaleWithTheUnit(double unit) {
        double[] c = {0.5, 2.5, -1.25, -3, 1};
        for (int k = 0; k < c.length; k++) {
            c[k] /= Math.pow(unit, k);
        }
        assertRoots(
                Polynomial.of(c),
                1e-14, // rounding of the scaled coefficients
                -0.8847311974546691 * unit,
                -0.19066936301270046 * unit,
                0.9476427042016012 * unit,
                3.1277578562657684 * unit);
    }

    /** mpmath.polyroots, 30 digits: 1e-12 x⁴ − x² + 1e11. */
    @Test
    void coefficientsMayDifferByManyOrders() {
        assertRoots(
                Polynomial.of(1e11, 0, -1, 0, 1e-12),
                1e-14,
                -941965.1451198934,
                -335710.6870197288,
                335710.6870197288,
                941965.1451198934);
    }

    /** Wilkinson's polynomial of degree 12: every coefficient is an exact double, condition of a root up to 1e9. */
    @Test
    void wilkinsonOfDegreeTwelve() {
        double[] roots = new double[12];
        Arrays.setAll(roots, k -> k + 1.0);
        assertRoots(Polynomial.withRoots(roots), 1e-15, roots);
    }

    /** Closed form: the roots of the Chebyshev polynomial T₁₀ are cos((2k + 1)π/20). */
    @Test
    void chebyshevOfDegreeTen() {
        Polynomial previous = Polynomial.of(1);
        Polynomial current = Polynomial.of(0, 1);
        for (int n = 1; n < 10; n++) {
            Polynomial next = current.times(Polynomial.of(0, 2)).minus(previous);
            previous = current;
            current = next;
        }
        double[] expected = new double[10];
        Arrays.setAll(expected, k -> Math.cos((2 * (9 - k) + 1) * Math.PI / 20));
        assertRoots(current, 1e-14, expected);
    }

    @Test
    void aDoubleRootIsReportedOnce() {
        assertRoots(Polynomial.withRoots(1, 1), 0, 1);
        assertRoots(Polynomial.withRoots(-2, 1.0 / 3, 1.0 / 3, 4), 1e-15, -2, 1.0 / 3, 4);
        assertRoots(Polynomial.withRoots(0.5, 0.5, 0.5), 1e-15, 0.5);
        assertRoots(Polynomial.withRoots(-1, -1, 2, 2), 1e-15, -1, 2);
    }

    @Test
    void nothingIsInventedWhereTheParabolaStaysClear() {
        assertThat(allRoots(Polynomial.of(1 + 1e-14, -2, 1))).isEmpty();
        assertThat(allRoots(Polynomial.of(1 - 1e-14, -2, 1))).hasSize(2);
    }

    @Test
    void leadingCoefficientsMayVanishOrBeTiny() {
        assertRoots(Polynomial.of(-6, 2, 0, 0), 0, 3);
        assertThat(Polynomial.of(-6, 2, 1e-30).realRoots(-1e3, 1e3)).containsExactly(3.0);
        assertRoots(Polynomial.of(-6, 2, 1e-30), 1e-14, -2e30, 3);
        assertThat(Polynomial.of(5).realRoots(-1, 1)).isEmpty();
        assertThatThrownBy(() -> Polynomial.ZERO.realRoots(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theIntervalIsClosed() {
        Polynomial p = Polynomial.withRoots(0, 1, 2, 3);
        assertThat(p.realRoots(1, 2)).containsExactly(1, 2);
        assertThat(p.realRoots(1.5, 1.75)).isEmpty();
        assertThat(p.realRoots(2.5, INFINITY)).containsExactly(3);
        assertThat(p.realRoots(3, 3)).containsExactly(3);
    }

    /** Random well separated roots on a grid of 1/64, products of which are nearly exact. */
    @Test
    void recoversRandomRoots() {
        Random random = new Random(99);
        for (int trial = 0; trial < 500; trial++) {
            double[] roots = random.ints(1 + random.nextInt(7), -256, 256)
                    .distinct()
                    .sorted()
                    .mapToDouble(k -> k / 64.0)
                    .toArray();
            double[] found = allRoots(
                    Polynomial.withRoots(roots).times(Polynomial.of(1, 0, 1)).times(0.37));
            assertThat(found).hasSameSizeAs(roots);
            for (int k = 0; k < roots.length; k++) {
                assertThat(found[k]).isCloseTo(roots[k], within(1e-7)); // condition up to 64^6/200 times 1e-16
            }
        }
    }

    @Test
    void arithmeticAgreesWithValues() {
        Polynomial p = Polynomial.of(1, -2, 0.5);
        Polynomial q = Polynomial.of(0, 3, 0, 1);
        double x = 0.75;
        assertThat(p.plus(q).value(x)).isEqualTo(p.value(x) + q.value(x));
        assertThat(p.minus(p)).isEqualTo(Polynomial.ZERO);
        assertThat(p.times(q).value(x)).isCloseTo(p.value(x) * q.value(x), within(1e-14));
        assertThat(p.compose(q).value(x)).isCloseTo(p.value(q.value(x)), within(1e-13));
        assertThat(q.derivative()).isEqualTo(Polynomial.of(3, 0, 3));
        assertThat(p.degree()).isEqualTo(2);
        assertThat(Polynomial.ZERO.degree()).isEqualTo(-1);
        assertThat(p.coefficient(7)).isZero();
        assertThatThrownBy(() -> Polynomial.of(1, Double.NaN)).hasMessageContaining("coefficient 1");
    }

    @Test
    void resultsBeyondTheLargestNumberAreNoPolynomials() {
        Polynomial large = Polynomial.of(0, 1e200);
        assertThatThrownBy(() -> large.times(large)).isInstanceOf(ArithmeticException.class);
    }

    /** Exactly (1 + 2⁻³⁰ − 1)² = 2⁻⁶⁰, where plain Horner's rule gives rounding of order 1e-16. */
    @Test
    void compensatedValueSurvivesCancellation() {
        Polynomial p = Polynomial.withRoots(1, 1);
        double x = 1 + Math.scalb(1.0, -30);
        assertThat(p.accurateValue(x)).isEqualTo(Math.scalb(1.0, -60));
    }
}
