package org.penguinfit.core.minimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penguinfit.core.DerivativeObjective;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;

/** What every minimiser does at bounds, walls, kinks and flat places; closed forms throughout. */
class MinimizerLimitsTest {
    private static final String ALL = "org.penguinfit.core.minimize.MinimizerContractTest#minimizers";

    /** Polished points are exact up to rounding times the condition, which is below 1e3 here. */
    private static final double POINT = 1e-11;

    /** A kink is searched by values, whose rounding hides √1e-16 of the distance along it. */
    private static final double KINK_POINT = 1e-5;

    private static DerivativeStructure sq(DerivativeStructure x) {
        return x.multiply(x);
    }

    private static Minimum run(Minimizer minimizer, TwiceDifferentiableObjective f, double[] start, Bounds... bounds) {
        return minimizer.minimize(f, start, List.of(bounds), StoppingRule.standard());
    }

    /** Σ (xᵢ − i)² with x ≤ 5/2: the first ones stay free with σ = 1, the others end at the limit. */
    @ParameterizedTest(name = "{0}")
    @MethodSource(ALL)
    void minimisesQuadraticsInOneToTenDimensionsWithBoundsActiveAndInactive(String id, Minimizer minimizer) {
        for (int n = 1; n <= 10; n++) {
            DerivativeObjective f = new DerivativeObjective(n, x -> {
                DerivativeStructure sum = x[0].multiply(0);
                for (int i = 0; i < x.length; i++) {
                    sum = sum.add(sq(x[i].subtract(i)));
                }
                return sum;
            });
            Minimum minimum = minimizer.minimize(
                    f, new double[n], Collections.nCopies(n, new Bounds(-1, 2.5)), StoppingRule.standard());
            assertThat(minimum.status()).as(id + n).isEqualTo(n > 3 ? Convergence.AT_LIMIT : Convergence.CONVERGED);
            for (int i = 0; i < n; i++) {
                assertThat(minimum.point().get(i)).isCloseTo(Math.min(i, 2.5), within(POINT));
                assertThat(minimum.isAtLimit(i)).isEqualTo(i > 2);
                assertThat(minimum.uncertainty(i).isPresent()).isEqualTo(i <= 2);
                minimum.uncertainty(i).ifPresent(sigma -> assertThat(sigma).isCloseTo(1.0, within(POINT)));
            }
        }
    }

    /** f = (x − 2)² + (x − 2)(y − 1) + (y − 1)² at x = 0: y = 2, f = 3, and σ_y = 1 as x is known. */
    @ParameterizedTest(name = "{0}")
    @MethodSource(ALL)
    void equalBoundsFixAParameterWhichThenHasNoUncertainty(String id, Minimizer minimizer) {
        DerivativeObjective f = new DerivativeObjective(
                2,
                x -> sq(x[0].subtract(2))
                        .add(x[0].subtract(2).multiply(x[1].subtract(1)))
                        .add(sq(x[1].subtract(1))));
        Minimum minimum = run(minimizer, f, new double[] {7, 7}, Bounds.fixed(0), Bounds.UNBOUNDED);
        assertThat(minimum.status()).as(id).isEqualTo(Convergence.CONVERGED);
        assertThat(minimum.point().get(0)).isZero();
        assertThat(minimum.point().get(1)).isCloseTo(2, within(POINT));
        assertThat(minimum.value()).isCloseTo(3, within(POINT));
        assertThat(minimum.fixed()).containsExactly(0);
        assertThat(minimum.atLimit()).isEmpty();
        assertThat(minimum.uncertainty(0)).isEmpty();
        assertThat(minimum.uncertainty(1).orElseThrow()).isCloseTo(1, within(POINT));
        Minimum all = run(minimizer, f, new double[] {7, 7}, Bounds.fixed(0), Bounds.fixed(0));
        assertThat(all.value()).isEqualTo(7); // 4 + 2 + 1 by hand
        assertThat(all.covarianceState()).isEqualTo(CovarianceState.ABSENT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(ALL)
    void aStartOutsideIsMovedInAndAStartOnABoundLeavesItWhereTheSlopePointsInward(String id, Minimizer minimizer) {
        DerivativeObjective f = new DerivativeObjective(
                2, x -> sq(x[0].subtract(1)).add(sq(x[1].add(1)).multiply(4)));
        for (double[] start : new double[][] {{100, -100}, {3, 2}, {-2, -2}, {3, -1}}) {
            Minimum minimum = run(minimizer, f, start, new Bounds(-2, 3), new Bounds(-2, 2));
            assertThat(minimum.status()).as(id).isEqualTo(Convergence.CONVERGED);
            assertThat(minimum.point().get(0)).isCloseTo(1, within(POINT));
            assertThat(minimum.point().get(1)).isCloseTo(-1, within(POINT));
        }
    }

    /** A coordinate one digit beside its bound leaves no room to step and no reason to stop. */
    @ParameterizedTest(name = "{0}")
    @MethodSource(ALL)
    void aStartWithinRoundingOfABoundCountsAsOnIt(String id, Minimizer minimizer) {
        DerivativeObjective f =
                new DerivativeObjective(2, x -> sq(x[0].subtract(1)).add(sq(x[1].subtract(x[0]))));
        Minimum minimum =
                run(minimizer, f, new double[] {Math.nextDown(0.7), 9}, new Bounds(-1, 0.7), Bounds.UNBOUNDED);
        assertThat(minimum.status()).as(id).isEqualTo(Convergence.AT_LIMIT);
        assertThat(minimum.point().get(0)).isEqualTo(0.7);
        assertThat(minimum.point().get(1)).isCloseTo(0.7, within(POINT));
    }

    /** Transformations of bounded variables drop a second derivative that grows near the bound; here nothing is dropped. */
    @ParameterizedTest(name = "{0}")
    @MethodSource(ALL)
    void theCovarianceNextToABoundIsThatWithoutBounds(String id, Minimizer minimizer) {
        DerivativeObjective f = new DerivativeObjective(
                2, x -> sq(x[0].subtract(1)).add(sq(x[1].subtract(x[0])).multiply(2)));
        Bounds tight = new Bounds(-5, 1 + 1e-9);
        Minimum near = run(minimizer, f, new double[] {-3, 4}, tight, tight);
        assertThat(near.status()).as(id).isEqualTo(Convergence.CONVERGED);
        assertThat(near.uncertainty(0).orElseThrow()).isCloseTo(1, within(POINT)); // 2H⁻¹ = [[1, 1], [1, 3/2]]
        assertThat(near.uncertainty(1).orElseThrow()).isCloseTo(Math.sqrt(1.5), within(POINT));
    }

    /** |x| + (y − 1)² + (y − 1) x / 2: at x = 0 the minimum over y is 1, and |slope in x| = 0 &lt; 1 there. */
    @ParameterizedTest(name = "{0}")
    @MethodSource(ALL)
    void aMinimumOnAKinkIsUsableAndHasNoCovariance(String id, Minimizer minimizer) {
        DerivativeObjective f = new DerivativeObjective(
                2,
                x -> x[0].abs()
                        .add(sq(x[0]).multiply(0.5))
                        .add(sq(x[1].subtract(1)))
                        .add(x[1].subtract(1).multiply(x[0]).multiply(0.5)));
        for (double[] start : new double[][] {{2, 3}, {-1, 4}, {0.3, -7}}) {
            Minimum minimum = run(minimizer, f, start, Bounds.UNBOUNDED, Bounds.UNBOUNDED);
            assertThat(minimum.status()).as(id).isEqualTo(Convergence.KINK);
            assertThat(minimum.isMinimum()).isTrue();
            assertThat(minimum.isConverged()).isFalse();
            assertThat(minimum.point().get(0)).isCloseTo(0, within(1e-9));
            assertThat(minimum.point().get(1)).isCloseTo(1, within(KINK_POINT));
            assertThat(minimum.value()).isCloseTo(0, within(1e-9));
            assertThat(minimum.covarianceState()).isEqualTo(CovarianceState.ABSENT);
            assertThat(minimum.uncertainty(1)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(ALL)
    void aFlatMinimumIsUsableAndItsCovarianceIsMarkedAsMadeUp(String id, Minimizer minimizer) {
        DerivativeObjective f =
                new DerivativeObjective(2, x -> sq(x[0].add(x[1]).subtract(3)));
        Minimum minimum = run(minimizer, f, new double[] {5, 6}, Bounds.UNBOUNDED, Bounds.UNBOUNDED);
        assertThat(minimum.status()).as(id).isEqualTo(Convergence.FLAT);
        assertThat(minimum.isMinimum()).isTrue();
        assertThat(minimum.value()).isCloseTo(0, within(1e-20));
        assertThat(minimum.covariance()).isEmpty();
        assertThat(minimum.uncertainty(0)).isEmpty();
        assertThat(minimum.covarianceState()).isEqualTo(CovarianceState.MADE_POSITIVE_DEFINITE);
        assertThat(minimum.flooredCovariance().orElseThrow().sigma(0)).isGreaterThan(100);
    }

    /** x³ + y² and the monkey saddle x³ − 3xy² are stationary at 0 with a Hessian that says nothing, and go on downward. */
    @ParameterizedTest(name = "{0}")
    @MethodSource(ALL)
    void aPlaceWithoutCurvatureThatIsNoMinimumIsLeft(String id, Minimizer minimizer) {
        DerivativeObjective inflection =
                new DerivativeObjective(2, x -> x[0].pow(3).add(sq(x[1])));
        DerivativeObjective monkey = new DerivativeObjective(
                2, x -> x[0].pow(3).subtract(x[0].multiply(sq(x[1])).multiply(3)));
        Bounds box = new Bounds(-2, 3);
        Minimum below = run(minimizer, inflection, new double[] {0, 0}, box, box);
        assertThat(below.status()).as(id).isEqualTo(Convergence.AT_LIMIT);
        assertThat(below.value()).isCloseTo(-8, within(POINT)); // at x = −2
        assertThat(run(minimizer, monkey, new double[] {0, 0}, box, box).value())
                .isLessThan(-1);
    }

    /** √x − x/4 + y² is not a number for x &lt; 0; from x = 1 the value falls towards the edge at 0. */
    @ParameterizedTest(name = "{0}")
    @MethodSource(ALL)
    void neverEndsWhereTheObjectiveIsNotANumber(String id, Minimizer minimizer) {
        DerivativeObjective f = new DerivativeObjective(
                2, x -> x[0].sqrt().subtract(x[0].multiply(0.25)).add(sq(x[1])));
        Minimum minimum = run(minimizer, f, new double[] {1, 1}, new Bounds(-5, 3), Bounds.UNBOUNDED);
        assertThat(minimum.value()).as(id).isBetween(0.0, 0.1);
        assertThat(minimum.point().get(0)).isBetween(0.0, 0.01);
        assertThat(minimum.isConverged()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(ALL)
    void theOrderOfTheParametersDoesNotMatter(String id, Minimizer minimizer) {
        Random random = new Random(20261121);
        for (int trial = 0; trial < 20; trial++) {
            int n = 2 + trial % 5;
            Quadratic f = Quadratic.random(random, n);
            TwiceDifferentiableObjective reversed = new Reversed(f);
            List<Bounds> bounds = new ArrayList<>();
            double[] start = new double[n];
            double[] mirrored = new double[n];
            for (int i = 0; i < n; i++) {
                bounds.add(new Bounds(-0.5 - random.nextDouble(), 0.5 + random.nextDouble()));
                start[i] = random.nextDouble() - 0.5;
                mirrored[n - 1 - i] = start[i];
            }
            Minimum one = minimizer.minimize(f, start, bounds, StoppingRule.standard());
            Collections.reverse(bounds);
            Minimum other = minimizer.minimize(reversed, mirrored, bounds, StoppingRule.standard());
            assertThat(other.status()).as(id).isEqualTo(one.status());
            for (int i = 0; i < n; i++) {
                assertThat(other.point().get(n - 1 - i)).isCloseTo(one.point().get(i), within(1e-9));
            }
        }
    }

    @Test
    void theHardWallOfASumOfSquaresIsNamed() {
        Walled f = new Walled(new DerivativeObjective(2, x -> sq(x[0].add(1)).add(sq(x[1]))), 0.25);
        for (Minimizer minimizer : List.of(new VariableMetric(), new TrustRegionNewton(), new DerivativeFree())) {
            Minimum minimum = run(minimizer, f, new double[] {3, 2}, Bounds.UNBOUNDED, Bounds.UNBOUNDED);
            assertThat(minimum.status()).isEqualTo(Convergence.HARD_WALL);
            assertThat(minimum.point().get(0)).isCloseTo(0.25, within(1e-9));
        }
    }
}
