package org.penguinfit.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.core.DerivativeObjective;
import org.penguinfit.core.ThreeMinima;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.interval.LevelScan;
import org.penguinfit.core.interval.LevelSetSearch;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Convergence;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.MultiStart;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;

class ProfileLikelihoodTest {
    /** Crossings: relative 1e-12 in x and 1e-12 in the inner minimum, over slopes of order one. */
    private static final double CROSSING = 1e-10;

    private static final ProfileLikelihood PROFILE = ProfileLikelihood.standard();

    private static ParameterSet parameters(Bounds bounds, String... names) {
        List<Parameter> all = new ArrayList<>();
        for (String name : names) {
            all.add(new Parameter(name, 0, bounds));
        }
        return ParameterSet.of(all);
    }

    private static void assertSegments(IntervalSet set, double tolerance, double... ends) {
        assertThat(set.segments()).as(set.toString()).hasSize(ends.length / 2);
        for (int k = 0; k < ends.length; k++) {
            Interval segment = set.segments().get(k / 2);
            assertThat(k % 2 == 0 ? segment.lower() : segment.upper()).isCloseTo(ends[k], within(tolerance));
        }
    }

    private static DerivativeStructure sq(DerivativeStructure x) {
        return x.multiply(x);
    }

    /** The benchmark "table2" along its only parameter. */
    private static final DerivativeObjective TABLE2 = new DerivativeObjective(1, x -> {
        DerivativeStructure first =
                sq(x[0]).multiply(0.0357).subtract(x[0].multiply(0.457)).add(4.39 - 11);
        DerivativeStructure second =
                sq(x[0]).multiply(0.0775).subtract(x[0].multiply(0.993)).add(9.53);
        return sq(first.divide(4)).add(sq(second.divide(10.94224924012158)));
    });

    /** mpmath, 30 digits (as for the piecewise polynomial): with no other parameter a profile is a scan. */
    @Test
    void withoutOtherParametersItIsAScanOfTheFunction() {
        ProfileCurve curve = PROFILE.profile(
                TABLE2,
                parameters(Bounds.UNBOUNDED, "c"),
                0,
                new Interval(-15, 30),
                List.of(),
                List.of(1.0, 2.705543454095415, 4.0));
        assertThat(curve.minima()).hasSize(2);
        assertThat(curve.minima().get(0).x()).isCloseTo(16.753197737163667, within(1e-12));
        assertThat(curve.minima().get(1).x()).isCloseTo(-3.9435061996675325, within(1e-12));
        assertThat(curve.reference()).isCloseTo(2.918470510215736, within(1e-13));
        assertSegments(
                curve.intervals().get(0),
                CROSSING,
                -7.547668514214936,
                1.990754139472671,
                10.805102648820792,
                20.36315863564725);
        assertSegments(curve.intervals().get(1), CROSSING, -9.44947041510111, 22.261107620702603);
        assertSegments(curve.intervals().get(2), CROSSING, -10.40456596886623, 23.215143493243794);
        assertThat(curve.failedPoints()).isZero();
        assertThat(curve.lowerMinimumAdopted()).isTrue(); // the start, 0, leads to the higher minimum
    }

    @Test
    void aPlainScanFindsTheSameSets() {
        LevelScan scan = new LevelSetSearch(100).scan(x -> TABLE2.value(new double[] {x}), new Interval(-15, 30));
        assertThat(scan.minima()).hasSize(2);
        assertSegments(
                scan.sublevelSet(scan.lowestValue() + 1),
                1e-7, // the minimum by values alone is good to 1e-15 in the level, here 1e-8 in no slope
                -7.547668514214936,
                1.990754139472671,
                10.805102648820792,
                20.36315863564725);
    }

    /** Closed form: profiling a Gaussian with correlation ρ gives (x − 1)²/σ², whatever ρ. */
    @Test
    void theProfileOfAGaussianIsItsMarginalParabola() {
        double rho = 0.95;
        DerivativeObjective f = new DerivativeObjective(2, x -> {
            DerivativeStructure a = x[0].subtract(1).divide(2);
            DerivativeStructure b = x[1].add(3).divide(0.1);
            return sq(a).add(sq(b)).subtract(a.multiply(b).multiply(2 * rho)).divide(1 - rho * rho);
        });
        ProfileCurve curve = PROFILE.profile(
                f, parameters(Bounds.UNBOUNDED, "x", "y"), 0, new Interval(-10, 10), List.of(), List.of(1.0, 4.0, 0.0));
        for (ProfilePoint point : curve.points()) {
            assertThat(point.value()).isCloseTo(Math.pow((point.x() - 1) / 2, 2), within(1e-10));
            assertThat(point.point().get(1)).isCloseTo(-3 + 0.1 * rho * (point.x() - 1) / 2, within(1e-7));
        }
        assertSegments(curve.intervals().get(0), CROSSING, -1, 3);
        assertSegments(curve.intervals().get(1), CROSSING, -3, 5);
        assertThat(curve.intervals().get(2).contains(curve.minima().get(0).x())).isTrue();
        assertThat(curve.lowerMinimumAdopted()).isFalse();
    }

    /** With y ≥ 0 active for x &lt; 0: (x − y)² + y² + 1 profiles to x²/2 + 1 above and x² + 1 below zero. */
    @Test
    void otherParametersMayReachTheirLimits() {
        DerivativeObjective f = new DerivativeObjective(
                2, x -> sq(x[0].subtract(x[1])).add(sq(x[1])).add(1));
        ParameterSet set = ParameterSet.of(
                List.of(Parameter.of("x", 1), new Parameter("y", 1, new Bounds(0, Double.POSITIVE_INFINITY))));
        ProfileCurve curve = PROFILE.profile(f, set, 0, new Interval(-3, 3), List.of(), List.of(1.0));
        assertSegments(curve.intervals().get(0), CROSSING, -1, Math.sqrt(2));
        assertThat(curve.points().get(0).status()).isEqualTo(Convergence.AT_LIMIT);
    }

    /** Two branches of y: near y = 3 the function is lower by 1 but only around x = 2; sweeps and multi-start find it. */
    @Test
    void findsABranchThatTheStartDoesNotLeadTo() {
        // (y(y − 3))² + 4(x − 2y/3)² + 1 − y/3: minima near (0, 0) and, lower, near (2, 3)
        DerivativeObjective f = new DerivativeObjective(
                2,
                x -> sq(x[1].multiply(x[1].subtract(3)))
                        .add(sq(x[0].subtract(x[1].multiply(2.0 / 3))).multiply(4))
                        .add(x[1].divide(-3).add(1)));
        ProfileCurve curve = PROFILE.profile(
                f, parameters(new Bounds(-10, 10), "x", "y"), 0, new Interval(-2, 4), List.of(), List.of(0.5));
        assertThat(curve.minima()).hasSize(2);
        assertThat(curve.minima().get(0).point().get(1)).isCloseTo(3.0, within(0.1));
        assertThat(curve.lowerMinimumAdopted()).isTrue();
        assertThat(curve.intervals().get(0).segments()).hasSize(1);
    }

    @Test
    void theReferenceCountsSeedsOutsideTheRange() {
        DerivativeObjective f = new DerivativeObjective(1, x -> sq(x[0].subtract(5)));
        ProfileCurve curve = PROFILE.profile(
                f,
                parameters(Bounds.UNBOUNDED, "x"),
                0,
                new Interval(0, 4.5),
                List.of(Vector.of(5)),
                List.of(1.0, 0.1));
        assertThat(curve.reference()).isZero();
        assertSegments(curve.intervals().get(0), CROSSING, 4, 4.5);
        assertThat(curve.intervals().get(1).isEmpty()).isTrue();
        assertThat(curve.minima()).hasSize(1);
        assertThat(curve.minima().get(0).status()).isEqualTo(Convergence.AT_LIMIT);
    }

    @Test
    void excludedPointsAreCountedAndTheWallIsAnEnd() {
        // −2 ln of a Poisson term in x, infinite for x ≤ 0
        TwiceDifferentiableObjective f = new PoissonLike();
        ProfileCurve curve = PROFILE.profile(
                f, ParameterSet.of(List.of(Parameter.of("x", 1))), 0, new Interval(-1, 9), List.of(), List.of(1.0));
        assertThat(curve.excludedPoints()).isEqualTo(11); // −1.0, −0.9, …, 0.0
        assertThat(curve.points()).hasSize(90);
        // mpmath, 30 digits: roots of 2(x − 3 − 3 ln(x/3)) = 1
        assertSegments(curve.intervals().get(0), CROSSING, 1.5839742557758376, 5.080236697496659);
    }

    /**
     * Profile sets of the benchmark by a multi-start of 24 starts on 161 points and neighbour sweeps, independent C++,
     * printed to about 1e-6. MINOS starts in one minimum and gets the 95 % set of the last parameter wrong.
     */
    @Test
    void findsTheDisjointSetOfTheBenchmarkWithThreeMinima() {
        ProfileCurve curve = PROFILE.profile(
                new ThreeMinima(),
                parameters(new Bounds(-4, 4), "c1", "c2", "c3", "c4", "c5", "c6"),
                5,
                new Interval(-2, 2),
                List.of(),
                List.of(1.0, 2.705543454095415, 3.841458820694126));
        assertThat(curve.reference()).isCloseTo(5.657800077742554, within(1e-9));
        assertSegments(curve.intervals().get(0), 2e-6, 0.10391455, 0.42980983);
        assertSegments(curve.intervals().get(1), 2e-6, -0.01074743, 0.55661982);
        assertSegments(curve.intervals().get(2), 2e-6, -0.07123367, 0.6734463, 0.93396556, 1.33314548);
        assertThat(curve.failedPoints()).isZero();
    }

    /** As above, the 95 % sets of the other parameters, from the minima of a multi-start as a fit does. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void findsTheFullSetsOfTheOtherParameters(int index) {
        double[][] published = {
            {-0.32034507, 0.33040412},
            {-0.68035471, 1.59006085},
            {-0.1197266, 0.64186927},
            {-0.54861373, 1.07554888},
            {-0.09115372, 0.93226813}
        };
        ProfileCurve curve = PROFILE.profile(
                new ThreeMinima(),
                parameters(new Bounds(-4, 4), "c1", "c2", "c3", "c4", "c5", "c6"),
                index,
                new Interval(-2, 2),
                minima(),
                List.of(3.841458820694126));
        assertSegments(curve.intervals().get(0), 2e-6, published[index]);
    }

    private static List<Vector> minima() {
        List<Vector> points = new ArrayList<>();
        List<Bounds> box = Collections.nCopies(6, new Bounds(-3, 3));
        for (Minimum minimum :
                MultiStart.of(64).search(ThreeMinima::new, List.of(), box).minima()) {
            points.add(minimum.point());
        }
        return points;
    }

    @Test
    void rejectsWhatCannotBeProfiled() {
        ParameterSet set = parameters(new Bounds(-1, 1), "x");
        assertThatThrownBy(() -> PROFILE.profile(TABLE2, set, 0, Interval.ALL, List.of(), List.of()))
                .hasMessageContaining("parameter x");
        assertThatThrownBy(() -> PROFILE.profile(TABLE2, set, 0, new Interval(2, 3), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> PROFILE.profile(TABLE2, set, 0, new Interval(0, 1), List.of(Vector.of(1, 2)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PROFILE.profile(TABLE2, set, 0, new Interval(0, 1), List.of(), List.of(-1.0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PROFILE.withPoints(2)).isInstanceOf(IllegalArgumentException.class);
    }
}
