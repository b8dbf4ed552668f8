package org.penguinfit.core.minimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.penguinfit.core.DerivativeObjective;
import org.penguinfit.core.ResidualObjective;
import org.penguinfit.core.ThreeMinima;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;

/** What every minimiser of {@link Minimizers} must do. */
class MinimizerContractTest {
    /** A polished point is exact up to the rounding of its gradient times the condition of the problem (below 1e4). */
    private static final double POINT = 1e-11;

    static DerivativeStructure sq(DerivativeStructure x) {
        return x.multiply(x);
    }

    /** Rosenbrock, Comput. J. 3 (1960) 175. */
    static final DerivativeObjective ROSENBROCK = new DerivativeObjective(
            2,
            x -> sq(x[1].subtract(sq(x[0]))).multiply(100).add(sq(x[0].negate().add(1))));

    /** Powell, Comput. J. 5 (1962) 147: the Hessian at the minimum has rank 2. */
    static final DerivativeObjective POWELL_SINGULAR = new DerivativeObjective(
            4,
            x -> sq(x[0].add(x[1].multiply(10)))
                    .add(sq(x[2].subtract(x[3])).multiply(5))
                    .add(sq(sq(x[1].subtract(x[2].multiply(2)))))
                    .add(sq(sq(x[0].subtract(x[3]))).multiply(10)));

    /** Wood's function, Colville 1968. */
    static final DerivativeObjective WOOD = new DerivativeObjective(
            4,
            x -> sq(x[1].subtract(sq(x[0])))
                    .multiply(100)
                    .add(sq(x[0].negate().add(1)))
                    .add(sq(x[3].subtract(sq(x[2]))).multiply(90))
                    .add(sq(x[2].negate().add(1)))
                    .add(sq(x[1].subtract(1)).add(sq(x[3].subtract(1))).multiply(10.1))
                    .add(x[1].subtract(1).multiply(x[3].subtract(1)).multiply(19.8)));

    static final DerivativeObjective BEALE = new DerivativeObjective(
            2, x -> bealeTerm(x, 1.5, 1).add(bealeTerm(x, 2.25, 2)).add(bealeTerm(x, 2.625, 3)));

    private static DerivativeStructure bealeTerm(DerivativeStructure[] x, double data, int power) {
        return sq(x[0].multiply(x[1].pow(power).negate().add(1)).negate().add(data));
    }

    /** Goldstein and Price, Math. Comput. 25 (1971) 569: four minima, 3, 30, 84 and 840, and saddles between. */
    static final DerivativeObjective GOLDSTEIN_PRICE = new DerivativeObjective(2, x -> {
        DerivativeStructure a = x[0];
        DerivativeStructure b = x[1];
        DerivativeStructure first = sq(a.add(b).add(1))
                .multiply(a.multiply(-14)
                        .add(19)
                        .add(sq(a).multiply(3))
                        .subtract(b.multiply(14))
                        .add(a.multiply(b).multiply(6))
                        .add(sq(b).multiply(3)));
        DerivativeStructure second = sq(a.multiply(2).subtract(b.multiply(3)))
                .multiply(a.multiply(-32)
                        .add(18)
                        .add(sq(a).multiply(12))
                        .add(b.multiply(48))
                        .subtract(a.multiply(b).multiply(36))
                        .add(sq(b).multiply(27)));
        return first.add(1).multiply(second.add(30));
    });

    /** Fletcher and Powell, Comput. J. 6 (1963) 163, θ in (−1/4, 3/4]. */
    static final DerivativeObjective HELICAL_VALLEY = new DerivativeObjective(3, x -> {
        DerivativeStructure angle = x[0].getValue() == 0.0
                ? x[0].divide(x[1]).atan().negate().add(Math.copySign(Math.PI / 2, x[1].getValue()))
                : x[1].divide(x[0]).atan();
        DerivativeStructure theta = angle.divide(2 * Math.PI).add(x[0].getValue() < 0.0 ? 0.5 : 0.0);
        DerivativeStructure radius = sq(x[0]).add(sq(x[1])).sqrt();
        return sq(x[2].subtract(theta.multiply(10)))
                .add(sq(radius.subtract(1)))
                .multiply(100)
                .add(sq(x[2]));
    });

    private static final ResidualObjective ROSENBROCK_RESIDUALS = new ResidualObjective(
            2,
            2,
            (x, k) -> k == 0
                    ? x[1].subtract(sq(x[0])).multiply(10)
                    : x[0].negate().add(1));

    private static final ResidualObjective BEALE_RESIDUALS = new ResidualObjective(
            2,
            3,
            (x, k) -> x[0].multiply(x[1].pow(k + 1).negate().add(1)).negate().add(new double[] {1.5, 2.25, 2.625}[k]));

    static Stream<Arguments> problems() {
        List<Arguments> all = new ArrayList<>();
        for (Minimizers.Named named : Minimizers.all()) {
            all.add(problem(
                    named, "rosenbrock residuals", ROSENBROCK_RESIDUALS, new double[] {-1.2, 1}, new double[] {1, 1}));
            all.add(problem(named, "beale residuals", BEALE_RESIDUALS, new double[] {1, 1}, new double[] {3, 0.5}));
            if (named.minimizer().accepts(ROSENBROCK)) {
                all.add(problem(named, "rosenbrock", ROSENBROCK, new double[] {-1.2, 1}, new double[] {1, 1}));
                all.add(problem(named, "wood", WOOD, new double[] {-3, -1, -3, -1}, new double[] {1, 1, 1, 1}));
                all.add(problem(named, "beale", BEALE, new double[] {1, 1}, new double[] {3, 0.5}));
                all.add(problem(
                        named, "helical valley", HELICAL_VALLEY, new double[] {-1, 0, 0}, new double[] {1, 0, 0}));
            }
        }
        return all.stream();
    }

    private static Arguments problem(
            Minimizers.Named named, String name, TwiceDifferentiableObjective f, double[] start, double[] expected) {
        return Arguments.of(named.name(), name, named.minimizer(), f, start, expected);
    }

    /** Those that take any objective; {@link LevenbergMarquardt} has tests of its own. */
    static Stream<Arguments> minimizers() {
        return Minimizers.all().stream()
                .filter(named -> named.minimizer().accepts(ROSENBROCK))
                .map(named -> Arguments.of(named.name(), named.minimizer()));
    }

    private static List<Bounds> unbounded(int size) {
        return Collections.nCopies(size, Bounds.UNBOUNDED);
    }

    private static Minimum run(Minimizer minimizer, TwiceDifferentiableObjective f, double... start) {
        return minimizer.minimize(f, start, unbounded(start.length), StoppingRule.standard());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("problems")
    void findsThePublishedMinimumToTwelveDigits(
            String id,
            String problem,
            Minimizer minimizer,
            TwiceDifferentiableObjective f,
            double[] start,
            double[] expected) {
        Minimum minimum = run(minimizer, f, start);
        assertThat(minimum.status()).as(id + " " + problem).isEqualTo(Convergence.CONVERGED);
        assertThat(minimum.value()).isCloseTo(0.0, within(1e-20));
        for (int i = 0; i < expected.length; i++) {
            assertThat(minimum.point().get(i)).isCloseTo(expected[i], within(POINT));
        }
        assertThat(minimum.covariance()).isPresent();
        assertThat(minimum.edm()).isLessThan(StoppingRule.STANDARD_EDM_GOAL);
    }

    /** At the minimum, the origin, only two directions have curvature; a covariance there would be an invention. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("minimizers")
    void saysThatPowellsSingularMinimumIsFlat(String id, Minimizer minimizer) {
        Minimum minimum = run(minimizer, POWELL_SINGULAR, 3, -1, 0, 1);
        assertThat(minimum.value()).as(id).isBetween(0.0, 1e-20);
        assertThat(minimum.status()).isEqualTo(Convergence.FLAT);
        assertThat(minimum.covariance()).isEmpty();
    }

    /** (−0.4, −0.6) is a stationary point, published as a trap: MINUIT calls it a valid minimum. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("minimizers")
    void doesNotCallTheSaddleOfGoldsteinAndPriceAMinimum(String id, Minimizer minimizer) {
        Minimum minimum = run(minimizer, GOLDSTEIN_PRICE, -0.4, -0.6);
        assertThat(minimum.status()).as(id).isEqualTo(Convergence.CONVERGED);
        assertThat(minimum.hessianEigenvalues().get(0)).isPositive();
        List<Double> published = List.of(3.0, 30.0, 84.0, 840.0);
        assertThat(published).anyMatch(value -> Math.abs(value - minimum.value()) < 1e-9);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("minimizers")
    void escapesAnExactSaddleAlongNegativeCurvature(String id, Minimizer minimizer) {
        // f = x⁴ − x² + y² + x³/10: minima at x = (−3/10 ± √(9/100 + 32))/8, the left one lower
        DerivativeObjective f = new DerivativeObjective(
                2,
                x -> sq(sq(x[0]))
                        .subtract(sq(x[0]))
                        .add(sq(x[1]))
                        .add(x[0].pow(3).multiply(0.1)));
        Minimum minimum = run(minimizer, f, 0, 0);
        assertThat(minimum.status()).as(id).isEqualTo(Convergence.CONVERGED);
        assertThat(minimum.point().get(0)).isCloseTo((-0.3 - Math.sqrt(32.09)) / 8, within(POINT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("minimizers")
    void flagsAParameterAtItsLimitAndGivesTheOthersTheirConditionalCovariance(String id, Minimizer minimizer) {
        // f = (x − 2)² + (x − 2)(y − 1) + (y − 1)² with x ≤ 1: then y − 1 = 1/2, f = 3/4, σ_y² = 2/2
        DerivativeObjective f = new DerivativeObjective(
                2,
                x -> sq(x[0].subtract(2))
                        .add(x[0].subtract(2).multiply(x[1].subtract(1)))
                        .add(sq(x[1].subtract(1))));
        Minimum minimum = minimizer.minimize(
                f, new double[] {-3, 7}, List.of(new Bounds(-5, 1), Bounds.UNBOUNDED), StoppingRule.standard());
        assertThat(minimum.status()).as(id).isEqualTo(Convergence.AT_LIMIT);
        assertThat(minimum.point().get(0)).isEqualTo(1.0);
        assertThat(minimum.point().get(1)).isCloseTo(1.5, within(POINT));
        assertThat(minimum.value()).isCloseTo(0.75, within(POINT));
        assertThat(minimum.atLimit()).containsExactly(0);
        assertThat(minimum.uncertainty(0)).isEmpty();
        assertThat(minimum.uncertainty(1).orElseThrow()).isCloseTo(1.0, within(POINT));
    }

    /** A transformation of bounded parameters distorts the Hessian; acting on the variables does not. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("minimizers")
    void boundsThatAreNotActiveChangeNothing(String id, Minimizer minimizer) {
        List<Bounds> close = List.of(new Bounds(0.9, 1.1), new Bounds(0.5, 4));
        Minimum bounded = minimizer.minimize(ROSENBROCK, new double[] {1.1, 4}, close, StoppingRule.standard());
        Minimum free = run(minimizer, ROSENBROCK, 1.1, 4);
        assertThat(bounded.status()).as(id).isEqualTo(Convergence.CONVERGED);
        // Closed form: H = [[802, −400], [−400, 200]] at (1, 1), V = 2 H⁻¹ = [[1, 2], [2, 4.01]]
        for (Minimum minimum : List.of(bounded, free)) {
            CovarianceMatrix v = minimum.covariance().orElseThrow();
            assertThat(v.get(0, 0)).isCloseTo(1.0, within(1e-9));
            assertThat(v.get(0, 1)).isCloseTo(2.0, within(1e-9));
            assertThat(v.get(1, 1)).isCloseTo(4.01, within(1e-9));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("minimizers")
    void leavesABoundOnWhichItStarts(String id, Minimizer minimizer) {
        Minimum minimum = minimizer.minimize(
                ROSENBROCK,
                new double[] {-2, 3},
                List.of(new Bounds(-2, 5), new Bounds(-1, 3)),
                StoppingRule.standard());
        assertThat(minimum.status()).as(id).isEqualTo(Convergence.CONVERGED);
        assertThat(minimum.point().get(0)).isCloseTo(1.0, within(POINT));
    }

    /** Convex quadratics in random boxes: the Karush–Kuhn–Tucker conditions are necessary and sufficient. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("minimizers")
    void satisfiesTheOptimalityConditionsInRandomBoxes(String id, Minimizer minimizer) {
        Random random = new Random(20240607);
        for (int trial = 0; trial < 200; trial++) {
            int n = 1 + random.nextInt(6);
            Quadratic f = Quadratic.random(random, n);
            List<Bounds> bounds = new ArrayList<>();
            double[] start = new double[n];
            for (int i = 0; i < n; i++) {
                double lower = random.nextGaussian();
                bounds.add(new Bounds(lower, lower + 2 * random.nextDouble() + 1e-3));
                start[i] = random.nextGaussian();
            }
            Minimum minimum = minimizer.minimize(f, start, bounds, StoppingRule.standard());
            assertThat(minimum.isConverged()).as(id + " trial " + trial).isTrue();
            double[] gradient = new double[n];
            f.valueAndGradient(minimum.point().toArray(), gradient);
            for (int i = 0; i < n; i++) {
                double x = minimum.point().get(i);
                assertThat(bounds.get(i).contains(x)).isTrue();
                if (x == bounds.get(i).lower()) {
                    assertThat(gradient[i]).isGreaterThanOrEqualTo(-1e-9);
                } else if (x == bounds.get(i).upper()) {
                    assertThat(gradient[i]).isLessThanOrEqualTo(1e-9);
                } else {
                    assertThat(gradient[i]).isCloseTo(0.0, within(1e-9));
                }
            }
        }
    }

    /** The same problem in units that differ by 1e24 must give the same answer in those units. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("minimizers")
    void doesNotCareAboutUnits(String id, Minimizer minimizer) {
        DerivativeObjective f = new DerivativeObjective(2, x -> {
            DerivativeStructure a = x[0].multiply(1e12);
            DerivativeStructure b = x[1].multiply(1e-12);
            return sq(b.subtract(sq(a))).multiply(100).add(sq(a.negate().add(1)));
        });
        Minimum minimum = run(minimizer, f, -1.2e-12, 1e12);
        assertThat(minimum.status()).as(id).isEqualTo(Convergence.CONVERGED);
        assertThat(minimum.point().get(0)).isCloseTo(1e-12, within(1e-12 * POINT));
        assertThat(minimum.point().get(1)).isCloseTo(1e12, within(1e12 * POINT));
        assertThat(minimum.uncertainty(0).orElseThrow()).isCloseTo(1e-12, within(1e-20));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("minimizers")
    void staysOutsideARegionThatIsInfinite(String id, Minimizer minimizer) {
        // −2 ln of a Poisson term, 2(x − 3 ln x), infinite for x ≤ 0; minimum at 3, σ² = 3
        Walled f = new Walled(
                new DerivativeObjective(
                        1, x -> x[0].subtract(x[0].log().multiply(3)).multiply(2)),
                0.0);
        Minimum minimum = run(minimizer, f, 1e-3);
        assertThat(minimum.status()).as(id).isEqualTo(Convergence.CONVERGED);
        assertThat(minimum.point().get(0)).isCloseTo(3.0, within(POINT));
        assertThat(minimum.uncertainty(0).orElseThrow()).isCloseTo(Math.sqrt(3.0), within(POINT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("minimizers")
    void saysThatAWallStoppedIt(String id, Minimizer minimizer) {
        Walled f = new Walled(new DerivativeObjective(1, x -> sq(x[0].add(1))), 0.5);
        Minimum minimum = run(minimizer, f, 4.0);
        assertThat(minimum.status()).as(id).isEqualTo(Convergence.HARD_WALL);
        assertThat(minimum.point().get(0)).isCloseTo(0.5, within(1e-12));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("minimizers")
    void reportsAStartWhereNothingIsFinite(String id, Minimizer minimizer) {
        Walled f = new Walled(new DerivativeObjective(1, x -> sq(x[0])), 1.0);
        assertThat(run(minimizer, f, 0.0).status()).as(id).isEqualTo(Convergence.NOT_FINITE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("minimizers")
    void saysThatAConstantIsFlat(String id, Minimizer minimizer) {
        Minimum minimum = run(minimizer, new DerivativeObjective(2, x -> sq(x[0]).add(x[1].multiply(0))), 3, 4);
        assertThat(minimum.status()).as(id).isEqualTo(Convergence.FLAT);
        assertThat(minimum.point().get(0)).isCloseTo(0.0, within(POINT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("minimizers")
    void stopsAtTheIterationLimit(String id, Minimizer minimizer) {
        StoppingRule two = StoppingRule.standard().withMaxIterations(2);
        Minimum minimum = minimizer.minimize(ROSENBROCK, new double[] {-1.2, 1}, unbounded(2), two);
        assertThat(minimum.status()).as(id).isEqualTo(Convergence.CALL_LIMIT);
        assertThat(minimum.isConverged()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("minimizers")
    void evaluatesAnObjectiveWithoutParameters(String id, Minimizer minimizer) {
        Minimum minimum = run(minimizer, new Quadratic(new double[0], 7.0, new double[0]));
        assertThat(minimum.status()).as(id).isEqualTo(Convergence.CONVERGED);
        assertThat(minimum.value()).isEqualTo(7.0);
    }

    /** Independent C++ multi-start of the benchmark suite: χ², point and √diag(2H⁻¹), printed to 16 digits. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("minimizers")
    void findsTheBestOfThreeMinimaOfTheBenchmark(String id, Minimizer minimizer) {
        double[] point = {
            -0.08514836002888744,
            0.24529576339445208,
            0.3175611665631572,
            0.049067626293115105,
            0.5383888962370055,
            0.26727706570372806
        };
        double[] sigma = {
            0.12775029508968355,
            0.5424653892620587,
            0.18657360806121975,
            0.3266236152810228,
            0.207871689945714,
            0.15962549852569566
        };
        Minimum minimum = run(minimizer, new ThreeMinima(), new double[6]);
        assertThat(minimum.status()).as(id).isEqualTo(Convergence.CONVERGED);
        assertThat(minimum.value()).isCloseTo(5.657800077742554, within(1e-11));
        for (int i = 0; i < point.length; i++) {
            assertThat(minimum.point().get(i)).isCloseTo(point[i], within(1e-8)); // the reference stops at EDM 1e-16
            assertThat(minimum.uncertainty(i).orElseThrow()).isCloseTo(sigma[i], within(1e-7));
        }
    }

    @Test
    void takesStartsAndBoundsFromAParameterSet() {
        ParameterSet set =
                ParameterSet.of(List.of(new Parameter("a", -1.2, new Bounds(-5, 0.5)), Parameter.of("b", 1)));
        Minimum minimum = new VariableMetric().minimize(ROSENBROCK, set);
        assertThat(minimum.status()).isEqualTo(Convergence.AT_LIMIT);
        assertThat(minimum.value()).isCloseTo(0.25, within(POINT)); // a = 1/2, b = 1/4 by hand
        assertThat(minimum.point().get(1)).isCloseTo(0.25, within(POINT));
    }

    @Test
    void everyMinimizerHasItsOwnName() {
        assertThat(Minimizers.all().stream().map(Minimizers.Named::name)).doesNotHaveDuplicates();
        assertThat(Minimizers.byName("variable-metric")).containsInstanceOf(VariableMetric.class);
        assertThat(Minimizers.byName("migrad")).isEmpty();
    }
}
