package org.penguinfit.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.core.BenchmarkProblem;
import org.penguinfit.core.DerivativeObjective;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.DeltaChiSquare;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.MultiStart;
import org.penguinfit.core.minimize.MultiStartResult;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;

class ProfileContinuationTest {
    /** Demanded of the benchmark, relative. */
    private static final double BENCHMARK = 1e-8;

    /** The global sets are printed to 8 digits. */
    private static final double PRINTED = 1e-8;

    private static DerivativeStructure sq(DerivativeStructure x) {
        return x.multiply(x);
    }

    /** The scan of parameter 0 of the benchmark's reference file, 100 points over ±3 σ. */
    @ParameterizedTest
    @ValueSource(strings = {"wc6", "wc6multi"})
    void scanOfTheBenchmarkAgrees(String name) {
        BenchmarkProblem f = BenchmarkProblem.of(name);
        JsonNode reference = BenchmarkProblem.reference(name);
        Vector minimum = Vector.of(
                BenchmarkProblem.numbers(reference.get("minima").get(0).get("x")));
        double[] xs = BenchmarkProblem.numbers(reference.get("scan_par0").get("t"));
        double[] values = BenchmarkProblem.numbers(reference.get("scan_par0").get("chi2"));
        ProfileTrace trace = ProfileContinuation.standard().trace(f, f.bounds(), minimum, 0, xs);
        assertThat(trace.failedPoints()).isZero();
        assertThat(trace.lowerMinimumAdopted()).isFalse();
        for (int k = 0; k < xs.length; k++) {
            assertThat(trace.points().get(k).value()).isCloseTo(values[k], within(BENCHMARK * values[k]));
        }
    }

    /** Profile of x² + (y − x²)² is x², with y = x² all the way; points in any order come back in that order. */
    @Test
    void curvedValleyIsFollowed() {
        DerivativeObjective f = new DerivativeObjective(2, t -> sq(t[0]).add(sq(t[1].subtract(sq(t[0])))));
        double[] xs = {3, -2, 0.5, 10};
        ProfileTrace trace = ProfileContinuation.standard()
                .trace(f, Collections.nCopies(2, Bounds.UNBOUNDED), Vector.of(0, 0), 0, xs);
        for (int k = 0; k < xs.length; k++) {
            assertThat(trace.points().get(k).x()).isEqualTo(xs[k]);
            assertThat(trace.points().get(k).value()).isCloseTo(xs[k] * xs[k], within(1e-10 * xs[k] * xs[k]));
            assertThat(trace.points().get(k).point().get(1)).isCloseTo(xs[k] * xs[k], within(1e-8 * xs[k] * xs[k]));
        }
    }

    /** 4(x² − 1)² − x/2, followed from the shallow minimum across the barrier: the deep one becomes the reference. */
    @Test
    void lowerMinimumMetBecomesTheReference() {
        DerivativeObjective f = new DerivativeObjective(
                2,
                t -> sq(sq(t[0]).subtract(1))
                        .multiply(4)
                        .subtract(t[0].multiply(0.5))
                        .add(sq(t[1].subtract(t[0]))));
        List<Bounds> bounds = Collections.nCopies(2, Bounds.UNBOUNDED);
        ProfileTrace trace =
                ProfileContinuation.standard().trace(f, bounds, Vector.of(-0.968, -0.968), 0, -1.0, 0.0, 0.5, 0.9);
        assertThat(trace.lowerMinimumAdopted()).isTrue();
        assertThat(trace.referencePoint().get(0)).isGreaterThan(1.0);
        assertThat(trace.reference()).isEqualTo(f.value(trace.referencePoint().toArray()));
    }

    @Test
    void pointsOutsideTheBoundsAreRefused() {
        DerivativeObjective f = new DerivativeObjective(1, t -> sq(t[0]));
        assertThatThrownBy(
                        () -> ProfileContinuation.standard().trace(f, List.of(new Bounds(0, 1)), Vector.of(0), 0, 2.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2.0");
    }

    /**
     * The benchmark "wc6multi": all three minima and the true profile sets of its reference file (C++ multi-start profile on
     * 161 points of [−2, 2]); the 95 % set of the last parameter has two segments, of which MINOS knows one.
     */
    @Test
    void trueSetsOfTheBenchmarkWithThreeMinimaAreFoundOnAnyNumberOfThreads() {
        BenchmarkProblem f = BenchmarkProblem.of("wc6multi");
        JsonNode reference = BenchmarkProblem.reference("wc6multi");
        List<Vector> seeds = new ArrayList<>();
        for (Minimum minimum : minima(f).minima()) {
            double expected =
                    reference.get("minima").get(seeds.size()).get("chi2").asDouble();
            assertThat(minimum.value()).isCloseTo(expected, within(BENCHMARK * expected));
            seeds.add(minimum.point());
        }
        assertThat(seeds).hasSize(3);
        ProfileCurves one = sets(seeds, 1);
        for (int i = 0; i < f.size(); i++) {
            assertSets(one.of(i), reference.get("profile_intervals_global"));
        }
        assertThat(sets(seeds, 2)).isEqualTo(one);
        assertThat(one.failures()).isEmpty();
        assertThat(one.of(5).method()).contains("multi-start");
    }

    private static MultiStartResult minima(BenchmarkProblem f) {
        List<Bounds> box = Collections.nCopies(f.size(), new Bounds(-3, 3));
        return MultiStart.of(256).search(() -> f, List.of(), f.bounds(), box);
    }

    private static ProfileCurves sets(List<Vector> seeds, int threads) {
        List<Parameter> parameters = new ArrayList<>();
        TreeMap<Integer, Interval> ranges = new TreeMap<>();
        for (int i = 0; i < 6; i++) {
            parameters.add(new Parameter("c" + i, 0, new Bounds(-4, 4)));
            ranges.put(i, new Interval(-2, 2));
        }
        List<Double> deltas = List.of(
                1.0,
                DeltaChiSquare.threshold(ConfidenceLevel.of(0.90), 1),
                DeltaChiSquare.threshold(ConfidenceLevel.of(0.95), 1));
        return ProfileLikelihood.standard()
                .withMultiStart(3, 8)
                .profiles(
                        () -> BenchmarkProblem.of("wc6multi"),
                        ParameterSet.of(parameters),
                        ranges,
                        seeds,
                        deltas,
                        ParallelWork.on(threads),
                        "sets");
    }

    private static void assertSets(ProfileCurve curve, JsonNode reference) {
        List<String> levels = List.of("68.27%", "90%", "95%");
        for (int level = 0; level < levels.size(); level++) {
            JsonNode expected = reference.get(levels.get(level)).get(curve.parameter());
            List<Interval> segments = curve.intervals().get(level).segments();
            assertThat(segments).hasSize(expected.size());
            for (int k = 0; k < segments.size(); k++) {
                double[] ends = BenchmarkProblem.numbers(expected.get(k));
                assertThat(segments.get(k).lower()).isCloseTo(ends[0], within(PRINTED));
                assertThat(segments.get(k).upper()).isCloseTo(ends[1], within(PRINTED));
            }
        }
    }
}
