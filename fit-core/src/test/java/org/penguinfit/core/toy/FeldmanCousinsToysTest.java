package org.penguinfit.core.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.models.Counts;
import org.penguinfit.core.models.LinearGaussian;
import org.penguinfit.core.models.QuadraticRate;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;

/** The construction by toys against exact answers. */
class FeldmanCousinsToysTest {
    private static final ConfidenceLevel CL90 = ConfidenceLevel.of(0.90);

    /**
     * An end moves by δp/|dp/dμ|: with p = 0.1 ± 0.0077 from 1500 toys and |dp/dμ| = 2 φ(1.645)
     * = 0.21 per σ there, 0.037; four of these.
     */
    private static final double END = 0.15;

    private static ToySettings toys(int count) {
        return ToySettings.of(count, 21).withWork(ParallelWork.on(2));
    }

    /** Exact: {@link FeldmanCousinsGaussian}, σ² = 0.6² + 0.8² = 1 with the nuisance parameter profiled. */
    @Test
    void aBoundedGaussianWithNuisanceGivesTheExactInterval() {
        for (double measured : new double[] {-0.5, 2.5}) {
            LinearGaussian model = LinearGaussian.shifted(0.0, 0.6, 0.8, measured);
            IntervalSet set = new FeldmanCousins(model, toys(1500))
                    .curve("gaussian", 0, new Interval(0.0, 6.0), 7, List.of(CL90), 4)
                    .set(CL90);
            Interval exact = new FeldmanCousinsGaussian(1.0).interval(measured, CL90);
            assertThat(set.segments()).hasSize(1);
            assertThat(set.segments().get(0).lower()).isCloseTo(exact.lower(), within(END));
            assertThat(set.segments().get(0).upper()).isCloseTo(exact.upper(), within(END));
        }
    }

    /** Exact: {@link FeldmanCousinsPoisson}. Acceptance is discrete: an end is met up to the last halving, 0.125. */
    @Test
    void countingWithBackgroundGivesTheEnumeratedInterval() {
        IntervalSet set = new FeldmanCousins(Counts.known(0.0, 1.0, 3.0, 8.0), toys(1500))
                .curve("counting", 0, new Interval(0.0, 16.0), 17, List.of(CL90), 3)
                .set(CL90);
        Interval exact = new FeldmanCousinsPoisson(3.0).interval(8, CL90);
        assertThat(set.segments().get(0).lower()).isCloseTo(exact.lower(), within(0.3));
        assertThat(set.segments().get(set.segments().size() - 1).upper()).isCloseTo(exact.upper(), within(0.3));
    }

    /** Two free Gaussian means: −2 ln λ is χ² with two degrees of freedom, p = exp(−r²/2). */
    @Test
    void twoGaussianMeansGiveTheTwoDimensionalContent() {
        LinearGaussian model = new LinearGaussian(
                ParameterSet.of(List.of(Parameter.of("x", 0.0), Parameter.of("y", 0.0), Parameter.of("nu", 0.0))),
                new double[][] {{1.0, 0.0, 0.8}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}},
                new double[] {0.6, 1.0, 1.0},
                new double[] {0.0, 0.0, 0.0});
        int count = 1000;
        ConfidenceMap map =
                new FeldmanCousins(model, toys(count)).map("map", 0, 1, Vector.of(-1.0, 0.0, 2.0), Vector.of(0.0, 1.0));
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 2; j++) {
                double x = map.xs().get(i);
                double y = map.ys().get(j);
                double expected = Math.exp(-0.5 * (x * x + y * y));
                assertThat(map.point(i, j).orElseThrow().pValue().value())
                        .isCloseTo(expected, within(4.0 * BinomialFraction.standardError(expected, count) + 1e-12));
            }
        }
        assertThat(map.pointsInside(ConfidenceLevel.of(0.80))).isEqualTo(4); // r² ≤ 3.22: all but the two at x = 2
        assertThat(map.scan().failedPoints()).isZero();
    }

    /** Two branches of one coefficient stay two segments, each around its minimum. */
    @Test
    void aSetOfTwoBranchesStaysTwoSegments() {
        ToySettings settings = toys(500).withStarts(QuadraticRate.STARTS);
        ConfidenceCurve curve = new FeldmanCousins(new QuadraticRate(Bounds.UNBOUNDED), settings)
                .curve("branches", 0, new Interval(-15.0, 28.0), 23, List.of(ConfidenceLevel.ofSigmas(1)), 1);
        IntervalSet set = curve.set(ConfidenceLevel.ofSigmas(1));
        assertThat(set.segments()).hasSize(2);
        assertThat(set.contains(-3.9435)).isTrue();
        assertThat(set.contains(16.7532)).isTrue();
        assertThat(set.contains(QuadraticRate.SYMMETRY)).isFalse();
        assertThat(curve.scan().failedToys()).isZero();
    }

    /** Toys that do not fit into memory at once are run in portions of whole points, with the same streams. */
    @Test
    void portionsChangeNothing() {
        LinearGaussian model = LinearGaussian.shifted(0.0, 0.6, 0.8, 1.0);
        List<Vector> points = List.of(Vector.of(0.0), Vector.of(1.0), Vector.of(2.5));
        PluginScan whole = new PluginConstruction(model, List.of(0), toys(50)).test("s", "whole", points);
        for (int portion : new int[] {1, 100, 149}) {
            PluginScan parts = new PluginConstruction(model, List.of(0), toys(50), portion).test("s", "parts", points);
            assertThat(parts.points()).hasSize(3);
            for (int k = 0; k < 3; k++) {
                assertThat(parts.points().get(k).test().toys().values())
                        .isEqualTo(whole.points().get(k).test().toys().values());
            }
        }
    }

    /** Counts repeat, and must not repeat the inner toys too; the same toy has the same ones on any thread. */
    @Test
    void toysWithTheSameDataHaveInnerToysOfTheirOwn() {
        IntervalMethod method = FeldmanCousinsSets.of(
                LinearGaussian.shifted(0.0, 0.6, 0.8, 1.0), 0, new Interval(0.0, 4.0), 9, ToySettings.of(60, 3));
        double[] data = {1.0, 0.0};
        Set<IntervalSet> sets = new HashSet<>();
        for (int toy = 0; toy < 8; toy++) {
            IntervalMethod.Procedure procedure = method.start();
            procedure.use(data, toy % 4);
            sets.add(procedure.set(ConfidenceLevel.of(0.80)));
        }
        assertThat(sets).hasSize(4);
    }
}
