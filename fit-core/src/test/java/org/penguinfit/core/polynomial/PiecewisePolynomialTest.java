package org.penguinfit.core.polynomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.polynomial.Stationary.Kind;

class PiecewisePolynomialTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    /** A few last digits of numbers of order ten. */
    private static final double EXACT = 1e-13;

    /** (max(0, x))². */
    private static final PiecewisePolynomial ONE_SIDED = PiecewisePolynomial.of(
            new double[] {-INFINITY, 0, INFINITY},
            List.of(Optional.of(Polynomial.ZERO), Optional.of(Polynomial.of(0, 0, 1))));

    /** One Gaussian and one half-Gaussian limit, quadratic predictions: the benchmark "table2". */
    private static PiecewisePolynomial table2() {
        Polynomial first = Polynomial.of(4.39 - 11, -0.457, 0.0357).times(1 / 4.0);
        Polynomial second = Polynomial.of(9.53, -0.993, 0.0775).times(1 / 10.94224924012158);
        return ONE_SIDED.compose(second, Interval.ALL).plus(first.times(first));
    }

    /** mpmath, 30 digits: roots of the derivative of the formula. */
    @Test
    void findsBothMinimaOfTheBenchmark() {
        List<Stationary> minima = table2().minima();
        assertThat(minima).hasSize(2);
        assertThat(minima.get(0).x()).isCloseTo(-3.9435061996675325, within(EXACT));
        assertThat(minima.get(0).value()).isCloseTo(2.923094980770232, within(EXACT));
        assertThat(minima.get(1).x()).isCloseTo(16.753197737163667, within(EXACT));
        assertThat(minima.get(1).value()).isCloseTo(2.918470510215736, within(EXACT));
        assertThat(table2().globalMinimum()).hasValue(minima.get(1));
    }

    /** mpmath, 30 digits: crossings of minimum + Δ, with Δ = 1, 2.705543454095415 and 4. */
    @Test
    void findsTheDisjointIntervalsOfTheBenchmark() {
        PiecewisePolynomial f = table2();
        double minimum = f.globalMinimum().orElseThrow().value();
        assertSegments(
                f.sublevelSet(minimum + 1),
                -7.547668514214936,
                1.990754139472671,
                10.805102648820792,
                20.36315863564725);
        assertSegments(f.sublevelSet(minimum + 2.705543454095415), -9.44947041510111, 22.261107620702603);
        assertSegments(f.sublevelSet(minimum + 4), -10.40456596886623, 23.215143493243794);
        assertThat(f.sublevelSet(minimum - 1)).isEqualTo(IntervalSet.EMPTY);
    }

    private static void assertSegments(IntervalSet set, double... ends) {
        assertThat(set.segments()).hasSize(ends.length / 2);
        for (int k = 0; k < ends.length; k++) {
            Interval segment = set.segments().get(k / 2);
            assertThat(k % 2 == 0 ? segment.lower() : segment.upper()).isCloseTo(ends[k], within(EXACT));
        }
    }

    @Test
    void aTermThatSwitchesOnSplitsWhereItsPredictionMeetsTheThreshold() {
        // (max(0, x² − 1))²: flat between the thresholds ±1, and ≤ 9 up to ±2
        PiecewisePolynomial f = ONE_SIDED.compose(Polynomial.of(-1, 0, 1), Interval.ALL);
        assertThat(f.breakpoints()).containsExactly(-INFINITY, -1, 1, INFINITY);
        List<Stationary> minima = f.minima();
        assertThat(minima).hasSize(1);
        assertThat(minima.get(0).kind()).isEqualTo(Kind.PLATEAU);
        assertThat(minima.get(0).where()).isEqualTo(new Interval(-1, 1));
        assertThat(f.sublevelSet(0)).isEqualTo(IntervalSet.of(new Interval(-1, 1)));
        assertSegments(f.sublevelSet(9), -2, 2);
    }

    @Test
    void minimaAtTheEndsOfTheDomainAreEdges() {
        PiecewisePolynomial f = PiecewisePolynomial.of(Polynomial.of(0, 0, -1), new Interval(-1, 2));
        assertThat(f.minima()).extracting(Stationary::x).containsExactly(-1.0, 2.0);
        assertThat(f.minima()).extracting(Stationary::kind).containsOnly(Kind.EDGE);
        assertThat(f.globalMinimum().orElseThrow().value()).isEqualTo(-4.0);
        assertSegments(f.sublevelSet(-1), -1, -1, 1, 2);
    }

    @Test
    void excludedPiecesAreWalls() {
        PiecewisePolynomial f = PiecewisePolynomial.of(
                new double[] {-5, 0, 1, 5},
                List.of(Optional.of(Polynomial.of(0, -1)), Optional.empty(), Optional.of(Polynomial.of(0, 1))));
        assertThat(f.value(0.5)).isEqualTo(INFINITY);
        assertThat(f.value(7)).isEqualTo(INFINITY);
        assertThat(f.value(1)).isEqualTo(1.0);
        assertThat(f.minima()).extracting(Stationary::x).containsExactly(0.0, 1.0);
        assertThat(f.minima()).extracting(Stationary::kind).containsOnly(Kind.EDGE);
        assertSegments(f.sublevelSet(2), -2, 0, 1, 2);
    }

    @Test
    void aJumpCountsWithItsLowerSide() {
        // step upwards at 1: 0 below, 4 above; with a slope −x the foot of the step is a minimum
        PiecewisePolynomial f = PiecewisePolynomial.of(
                new double[] {0, 1, 3}, List.of(Optional.of(Polynomial.of(0, -1)), Optional.of(Polynomial.of(4, -1))));
        assertThat(f.value(1)).isEqualTo(-1.0);
        assertThat(f.minima()).extracting(Stationary::x).containsExactly(1.0, 3.0);
        assertThat(f.minima().get(0).kind()).isEqualTo(Kind.EDGE);
        assertThat(f.sublevelSet(-1)).isEqualTo(IntervalSet.of(new Interval(1, 1)));
    }

    @Test
    void aKinkIsAnInteriorMinimum() {
        PiecewisePolynomial f = PiecewisePolynomial.of(
                new double[] {-INFINITY, 2, INFINITY},
                List.of(Optional.of(Polynomial.of(2, -1)), Optional.of(Polynomial.of(-6, 3))));
        assertThat(f.minima()).hasSize(1);
        assertThat(f.minima().get(0)).isEqualTo(new Stationary(2, 0, Kind.INTERIOR, new Interval(2, 2)));
        assertSegments(f.sublevelSet(3), -1, 3);
    }

    /** The double root of a one-sided term at its threshold must not split or duplicate the minimum beside it. */
    @Test
    void aMinimumAtAThresholdIsReportedOnce() {
        for (double shift : new double[] {0, 0.1, 1.0 / 3, Math.PI, -1e6 / 7}) {
            PiecewisePolynomial f = ONE_SIDED
                    .compose(Polynomial.of(-shift, 1), Interval.ALL)
                    .plus(Polynomial.of(-shift, 1).times(Polynomial.of(-shift, 1)));
            assertThat(f.minima()).as("shift " + shift).hasSize(1);
            assertThat(f.minima().get(0).x()).isCloseTo(shift, within(1e-13 * Math.max(1, Math.abs(shift))));
            assertThat(f.minima().get(0).kind()).isEqualTo(Kind.INTERIOR);
        }
    }

    @Test
    void touchingLevelsGivePointsAndMergedSegments() {
        // (x² − 1)² touches 0 at ±1 from above and 1 at 0 from below
        PiecewisePolynomial f = PiecewisePolynomial.of(Polynomial.of(1, 0, -2, 0, 1), Interval.ALL);
        assertThat(f.sublevelSet(0)).isEqualTo(IntervalSet.of(new Interval(-1, -1), new Interval(1, 1)));
        assertSegments(f.sublevelSet(1), -Math.sqrt(2), Math.sqrt(2));
    }

    @Test
    void unboundedFunctionsHaveNoGlobalMinimum() {
        assertThat(PiecewisePolynomial.of(Polynomial.of(0, 1), Interval.ALL).globalMinimum())
                .isEmpty();
        assertThat(PiecewisePolynomial.of(Polynomial.of(0, 0, 1, 1), Interval.ALL)
                        .globalMinimum())
                .isEmpty();
        PiecewisePolynomial constant = PiecewisePolynomial.of(Polynomial.of(3), Interval.ALL);
        assertThat(constant.globalMinimum().orElseThrow().kind()).isEqualTo(Kind.PLATEAU);
        assertThat(constant.sublevelSet(3)).isEqualTo(IntervalSet.of(Interval.ALL));
    }

    /** Random sums of one-sided terms against a direct evaluation: value, minima and sets agree with the formula. */
    @Test
    void sumsOfOneSidedTermsAgreeWithTheirFormula() {
        Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            Polynomial[] mu = new Polynomial[3];
            PiecewisePolynomial f = PiecewisePolynomial.of(Polynomial.of(0, 0, 0.01), new Interval(-8, 8));
            for (int k = 0; k < mu.length; k++) {
                mu[k] = Polynomial.of(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
                f = f.plus(ONE_SIDED.compose(mu[k], new Interval(-8, 8)));
            }
            double level = f.globalMinimum().orElseThrow().value() + 1;
            IntervalSet set = f.sublevelSet(level);
            for (double x = -8; x <= 8; x += 0.01) {
                double direct = 0.01 * x * x;
                for (Polynomial p : mu) {
                    direct += Math.pow(Math.max(0, p.value(x)), 2);
                }
                assertThat(f.value(x)).isCloseTo(direct, within(1e-11 * (1 + direct)));
                assertThat(direct).isGreaterThan(level - 1 - 1e-11);
                if (Math.abs(direct - level) > 1e-9) {
                    assertThat(set.contains(x)).isEqualTo(direct < level);
                }
            }
        }
    }

    @Test
    void rejectsPiecesThatDoNotFit() {
        assertThatThrownBy(() -> PiecewisePolynomial.of(new double[] {0, 1}, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PiecewisePolynomial.of(new double[] {1, 0}, List.of(Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class);
        PiecewisePolynomial left = PiecewisePolynomial.of(Polynomial.of(1), new Interval(0, 1));
        assertThatThrownBy(() -> left.plus(PiecewisePolynomial.of(Polynomial.of(1), new Interval(1, 2))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
