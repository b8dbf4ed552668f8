package org.penguinfit.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.core.BenchmarkProblem;
import org.penguinfit.core.DerivativeObjective;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.DeltaChiSquare;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.StoppingRule;
import org.penguinfit.core.minimize.VariableMetric;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;

class ProfileIntervalTest {
    /** Ends: Newton's last step is below 1e-9 of the offset, and what is left after it is far smaller. */
    private static final double END = 1e-9;

    /** Demanded of the benchmark. */
    private static final double BENCHMARK = 1e-8;

    private static final ProfileIntervalSearch SEARCH = ProfileIntervalSearch.standard();

    private static DerivativeStructure sq(DerivativeStructure x) {
        return x.multiply(x);
    }

    private static List<Bounds> unbounded(int n) {
        return Collections.nCopies(n, Bounds.UNBOUNDED);
    }

    private static Minimum minimum(TwiceDifferentiableObjective f, List<Bounds> bounds, double... start) {
        return new VariableMetric().minimize(f, start, bounds, StoppingRule.standard());
    }

    private static ProfileInterval interval(
            TwiceDifferentiableObjective f, List<Bounds> bounds, double delta, double... start) {
        return SEARCH.find(f, bounds, minimum(f, bounds, start), List.of(delta)).of(0, delta);
    }

    private static void assertEnds(ProfileInterval interval, double lower, double upper) {
        assertThat(interval.isComplete()).isTrue();
        assertThat(interval.lower().x()).isCloseTo(lower, within(END * Math.max(1.0, Math.abs(lower))));
        assertThat(interval.upper().x()).isCloseTo(upper, within(END * Math.max(1.0, Math.abs(upper))));
        assertThat(interval.lower().mismatch()).isLessThan(BENCHMARK);
        assertThat(interval.upper().mismatch()).isLessThan(BENCHMARK);
    }

    /** Closed form: correlated Gaussians have σ√Δ; σ = 2 here, whatever the second parameter does. */
    @Test
    void endsOfAGaussianAreWholeStandardDeviations() {
        DerivativeObjective f = new DerivativeObjective(
                2, t -> sq(t[0].subtract(3).divide(2)).add(sq(t[1].subtract(t[0].multiply(5)))));
        assertEnds(interval(f, unbounded(2), 4.0, 0, 0), -1, 7);
    }

    /**
     * −2 ln L = 2(μ − n ln μ) with a background of 2 ± 0.5 profiled: mpmath 1.3, 30 digits, roots of {profile − min − 1,
     * ∂/∂b}; script src/test/resources/reference/poisson_ends.py.
     */
    @ParameterizedTest(name = "n = {0}")
    @CsvSource({"5, 1.0087930952601011, 5.6234342510852427", "12, 6.8170299656353478, 13.835155292285853"})
    void endsOfACountingExperimentAreThoseOfHighPrecision(int n, double lower, double upper) {
        DerivativeObjective f = new DerivativeObjective(2, t -> {
            DerivativeStructure mean = t[0].add(t[1]);
            return mean.subtract(mean.log().multiply(n))
                    .multiply(2)
                    .add(sq(t[1].subtract(2).divide(0.5)));
        });
        assertEnds(interval(f, unbounded(2), 1.0, n - 2, 2), lower, upper);
    }

    /** All ends of the benchmark "wc6": its reference file. */
    @Test
    void endsOfTheSixParameterBenchmarkAgree() {
        BenchmarkProblem f = BenchmarkProblem.of("wc6");
        JsonNode reference = BenchmarkProblem.reference("wc6");
        assertBenchmark(f, reference, "68.27%", 1.0, f.size());
        assertBenchmark(f, reference, "90%", DeltaChiSquare.threshold(ConfidenceLevel.of(0.90), 1), f.size());
        assertBenchmark(f, reference, "95%", DeltaChiSquare.threshold(ConfidenceLevel.of(0.95), 1), f.size());
    }

    /** The benchmark "wc6multi" around its lowest minimum, up to Δχ² = 2.71, where its branch is still alone. */
    @Test
    void endsOfTheBenchmarkWithThreeMinimaAgree() {
        BenchmarkProblem f = BenchmarkProblem.of("wc6multi");
        JsonNode reference = BenchmarkProblem.reference("wc6multi");
        assertBenchmark(f, reference, "68.27%", 1.0, f.size());
        assertBenchmark(f, reference, "90%", DeltaChiSquare.threshold(ConfidenceLevel.of(0.90), 1), f.size());
    }

    private static void assertBenchmark(BenchmarkProblem f, JsonNode reference, String level, double delta, int count) {
        double[] start = BenchmarkProblem.numbers(reference.get("minima").get(0).get("x"));
        ProfileIntervals found = SEARCH.find(f, f.bounds(), minimum(f, f.bounds(), start), List.of(delta));
        assertThat(found.lowerMinimumAdopted()).isFalse();
        for (int i = 0; i < count; i++) {
            double[] offsets =
                    BenchmarkProblem.numbers(reference.get("minos").get(level).get(i));
            ProfileInterval interval = found.of(i, delta);
            assertThat(interval.lower().x() - interval.best())
                    .isCloseTo(offsets[0], within(BENCHMARK * Math.abs(offsets[0])));
            assertThat(interval.upper().x() - interval.best())
                    .isCloseTo(offsets[1], within(BENCHMARK * Math.abs(offsets[1])));
        }
    }

    /** Pitfall "parameters at a limit not flagged": the profile is x², the bound comes first. */
    @Test
    void endAtALimitOfTheParameterIsFlagged() {
        DerivativeObjective f = new DerivativeObjective(2, t -> sq(t[0]).add(sq(t[1].subtract(t[0]))));
        ProfileInterval interval = interval(f, List.of(new Bounds(-0.25, 10), Bounds.UNBOUNDED), 1.0, 0.5, 0.5);
        assertThat(interval.lower().status()).isEqualTo(ProfileEnd.Status.AT_LIMIT);
        assertThat(interval.lower().x()).isEqualTo(-0.25);
        assertThat(interval.lower().value()).isCloseTo(0.0625, within(END));
        assertThat(interval.upper().status()).isEqualTo(ProfileEnd.Status.FOUND);
        assertThat(interval.upper().x()).isCloseTo(1.0, within(END));
        assertThat(interval.isComplete()).isFalse();
        assertThat(interval.interval()).isPresent();
    }

    /** A minimum on the bound itself: x ≥ 1 with profile x²; the other end at √2. */
    @Test
    void minimumAtALimitHasAnEndThere() {
        DerivativeObjective f = new DerivativeObjective(2, t -> sq(t[0]).add(sq(t[1].subtract(t[0]))));
        ProfileInterval interval = interval(f, List.of(new Bounds(1, 10), Bounds.UNBOUNDED), 1.0, 5, 5);
        assertThat(interval.lower().status()).isEqualTo(ProfileEnd.Status.AT_LIMIT);
        assertThat(interval.upper().x()).isCloseTo(Math.sqrt(2), within(END));
    }

    /** y follows x up to its bound 0.5; beyond, x² + 3(x − 0.5)² = 1, so x = (3 + √13)/8. Below, x = −1. */
    @Test
    void otherParametersMayRunIntoTheirBounds() {
        DerivativeObjective f = new DerivativeObjective(
                2, t -> sq(t[0]).add(sq(t[1].subtract(t[0])).multiply(3)));
        ProfileInterval interval = interval(f, List.of(Bounds.UNBOUNDED, new Bounds(-5, 0.5)), 1.0, 0.1, 0.1);
        assertEnds(interval, -1, (3 + Math.sqrt(13)) / 8);
        assertThat(interval.upper().point().get(1)).isEqualTo(0.5);
    }

    /** Pitfall "intervals discarded because the covariance step complained": y + z alone is determined, x has σ = 1. */
    @Test
    void endsAreFoundAroundAMinimumWithoutCovariance() {
        DerivativeObjective f = new DerivativeObjective(
                4, t -> sq(t[0]).add(sq(t[1].add(t[2]).subtract(t[0]))).add(t[3].multiply(0)));
        Minimum minimum = minimum(f, unbounded(4), 0.3, 0.2, 0.1, 0);
        assertThat(minimum.covariance()).isEmpty();
        assertEnds(SEARCH.find(f, unbounded(4), minimum, List.of(1.0)).of(0, 1.0), -1, 1);
    }

    /** The profile of a parameter that nothing constrains never rises: that is said, not hidden behind a number. */
    @Test
    void flatProfileHasNoEnds() {
        DerivativeObjective f = new DerivativeObjective(2, t -> sq(t[0].add(t[1])));
        ProfileInterval interval = interval(f, unbounded(2), 1.0, 0.5, 0);
        assertThat(interval.lower().status()).isEqualTo(ProfileEnd.Status.NOT_FOUND);
        assertThat(interval.upper().reason()).contains("stays below the threshold");
        assertThat(interval.interval()).isEmpty();
    }

    /** 4(x² − 1)² − x/2: from the shallow minimum near −1 over the barrier at 0 lies the deep one near +1. */
    @Test
    void lowerMinimumMetOnTheWayIsAdopted() {
        DerivativeObjective f = new DerivativeObjective(
                2,
                t -> sq(sq(t[0]).subtract(1))
                        .multiply(4)
                        .subtract(t[0].multiply(0.5))
                        .add(sq(t[1].subtract(t[0]))));
        Minimum shallow = minimum(f, unbounded(2), -1, -1);
        assertThat(shallow.point().get(0)).isNegative();
        ProfileIntervals found = SEARCH.find(f, unbounded(2), shallow, List.of(4.0));
        assertThat(found.lowerMinimumAdopted()).isTrue();
        assertThat(found.minimum().point().get(0)).isPositive();
        for (ProfileInterval interval : found.intervals()) {
            assertThat(interval.best()).isPositive();
            assertThat(interval.upper().value()).isCloseTo(found.minimum().value() + 4.0, within(END));
        }
    }

    /** x² and, above 0, another 3 x²: the second derivative jumps at the minimum. Ends −1 and 1/2. */
    @Test
    void oneSidedTermsAreNoObstacle() {
        DerivativeObjective f = new DerivativeObjective(2, t -> {
            DerivativeStructure base = sq(t[0]).add(sq(t[1].subtract(t[0])));
            return t[0].getValue() > 0 ? base.add(sq(t[0]).multiply(3)) : base;
        });
        assertEnds(interval(f, unbounded(2), 1.0, -0.3, 0), -1, 0.5);
    }

    /** Behind x = 0.5 the objective is not finite: no crossing there, and the wall is where the search stopped. */
    @Test
    void hardWallIsNoEnd() {
        DerivativeObjective f = new DerivativeObjective(2, t -> {
            DerivativeStructure base = sq(t[0]).add(sq(t[1].subtract(t[0])));
            return t[0].getValue() > 0.5 ? base.multiply(Double.POSITIVE_INFINITY) : base;
        });
        ProfileInterval interval = interval(f, unbounded(2), 1.0, -0.3, 0);
        assertThat(interval.upper().status()).isEqualTo(ProfileEnd.Status.NOT_FOUND);
        assertThat(interval.upper().reason()).contains("finite");
        assertThat(interval.upper().x()).isCloseTo(0.5, within(1e-9)).isLessThanOrEqualTo(0.5);
        assertThat(interval.lower().x()).isCloseTo(-1, within(END));
    }

    /** One-sided 95 % limits of a unit Gaussian: ±1.6448536269514722, the normal quantile (PDG 2024, Statistics review). */
    @Test
    void oneSidedLimitsAreAtTheNormalQuantile() {
        DerivativeObjective f = new DerivativeObjective(2, t -> sq(t[0]).add(sq(t[1].subtract(t[0]))));
        Minimum minimum = minimum(f, unbounded(2), 1, 1);
        ConfidenceLevel level = ConfidenceLevel.of(0.95);
        ProfileIntervals limits =
                SEARCH.limits(() -> f, unbounded(2), minimum, List.of(0), level, ParallelWork.on(1), "limits");
        assertEnds(limits.intervals().get(0), -1.6448536269514722, 1.6448536269514722);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameEnds() {
        BenchmarkProblem f = BenchmarkProblem.of("wc6multi");
        Minimum minimum = minimum(f, f.bounds(), new double[f.size()]);
        List<Integer> indices = List.of(5, 0, 3);
        ProfileIntervals one =
                SEARCH.find(() -> f, f.bounds(), minimum, indices, List.of(1.0), ParallelWork.on(1), "ends");
        ProfileIntervals three = SEARCH.find(
                () -> BenchmarkProblem.of("wc6multi"),
                f.bounds(),
                minimum,
                indices,
                List.of(1.0),
                ParallelWork.on(3),
                "ends");
        assertThat(three).isEqualTo(one);
    }

    @Test
    void impossibleRequestsAreRefused() {
        DerivativeObjective f = new DerivativeObjective(1, t -> sq(t[0]));
        Minimum minimum = minimum(f, unbounded(1), 1);
        assertThatThrownBy(() -> SEARCH.find(f, unbounded(1), minimum, List.of(0.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.0");
        assertThatThrownBy(() -> SEARCH.find(f, unbounded(2), minimum, List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
