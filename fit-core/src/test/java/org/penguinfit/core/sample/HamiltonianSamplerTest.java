package org.penguinfit.core.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.DifferentiableObjective;
import org.penguinfit.core.parallel.Checkpoint;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.prior.GaussianPrior;
import org.penguinfit.core.prior.LogNormalPrior;
import org.penguinfit.core.propagation.Estimate;
import org.penguinfit.core.random.RandomStreams;

/** Posteriors with known moments. */
class HamiltonianSamplerTest {
    /** Seeded samples are compared at this many of their own Monte-Carlo standard errors. */
    private static final double STANDARD_ERRORS = 5;

    /** The Monte-Carlo error in units of the posterior's standard deviation that the plans below must reach. */
    private static final double PRECISION = 0.05;

    private static final RandomStreams STREAMS = RandomStreams.of(7);
    private static final SamplingPlan PLAN = SamplingPlan.standard();

    private static PosteriorSample sample(
            SamplingPlan plan, Posterior<DifferentiableObjective> posterior, Mode... modes) {
        return new HamiltonianSampler(plan).sample(posterior, List.of(modes), STREAMS, ParallelWork.on(2), "test");
    }

    private static void assertMoments(Marginal marginal, double mean, double sigma) {
        assertAgrees(marginal.mean(), mean, sigma);
        assertAgrees(marginal.sigma(), sigma, sigma);
    }

    private static void assertAgrees(Estimate estimate, double exact, double scale) {
        assertThat(estimate.error()).isPositive().isLessThan(PRECISION * scale);
        assertThat(estimate.value()).isCloseTo(exact, within(STANDARD_ERRORS * estimate.error()));
    }

    /** σᵢ = 10^(i mod 3), neighbours correlated by ρ^|i − j| with ρ = 0.9. */
    private static CovarianceMatrix correlated(int n) {
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = Math.pow(0.9, Math.abs(i - j)) * Math.pow(10, i % 3 + j % 3);
            }
        }
        return CovarianceMatrix.of(rows).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20})
    void aCorrelatedGaussianHasItsMoments(int n) {
        CovarianceMatrix covariance = correlated(n);
        PosteriorSample sample =
                sample(PLAN, Densities.flat(n, Densities.gaussian(covariance)), Densities.unit(new double[n]));
        assertThat(sample.status()).isEqualTo(SamplingStatus.CONVERGED);
        assertThat(sample.propriety()).isEqualTo(Propriety.APPEARS_PROPER);
        for (int i = 0; i < n; i++) {
            assertMoments(sample.marginal(i), 0, covariance.sigma(i));
        }
        if (n > 1) {
            double rho = sample.covariance(0, 1) / covariance.sigma(0) / covariance.sigma(1);
            // about 4000 effective draws: standard error (1 + ρ²)^½/√4000
            assertThat(rho).isCloseTo(0.9, within(STANDARD_ERRORS * 1.35 / Math.sqrt(4000)));
        }
    }

    /** Standard Gaussian on [0.5, 2]: mean and σ from scipy 1.17.1, truncnorm(0.5, 2).stats("mv"). */
    @Test
    void reflectionKeepsATruncatedGaussianExact() {
        CovarianceMatrix unit = CovarianceMatrix.of(new double[][] {{1}}).orElseThrow();
        PosteriorSample sample =
                sample(PLAN, Densities.flat(Densities.gaussian(unit), new Bounds(0.5, 2)), Densities.unit(1));
        assertThat(sample.status())
                .as(sample.diagnostics() + " " + sample.cost())
                .isEqualTo(SamplingStatus.CONVERGED);
        assertThat(sample.propriety()).isEqualTo(Propriety.PROPER);
        assertMoments(sample.marginal(0), 1.0429933341424544, 0.3876616069315578);
    }

    /** Correlated pair with both cut at zero: mean of x is √(2/π)(1 + ρ)/2 / P, P = ¼ + asin(ρ)/2π (orthant). */
    @Test
    void reflectionIsExactWithACorrelatedMassMatrixToo() {
        double rho = 0.8;
        CovarianceMatrix pair =
                CovarianceMatrix.of(new double[][] {{1, rho}, {rho, 1}}).orElseThrow();
        Bounds positive = new Bounds(0, Double.POSITIVE_INFINITY);
        PosteriorSample sample =
                sample(PLAN, Densities.flat(Densities.gaussian(pair), positive, positive), Densities.unit(1, 1));
        assertThat(sample.status())
                .as(sample.diagnostics() + " " + sample.cost())
                .isEqualTo(SamplingStatus.CONVERGED);
        double orthant = 0.25 + Math.asin(rho) / (2 * Math.PI);
        double mean = (1 + rho) / (2 * Math.sqrt(2 * Math.PI)) / orthant;
        assertAgrees(sample.marginal(0).mean(), mean, 1);
        assertAgrees(sample.marginal(1).mean(), mean, 1);
    }

    /** −2 ln L = 2x on x ≥ 0 is the exponential density e^(−x): mean 1, variance 1, 95 % in [0, −ln 0.05]. */
    @Test
    void anExponentialAtItsBound() {
        DifferentiableObjective slope = Densities.of((x, gradient) -> {
            gradient[0] = 2;
            return 2 * x[0];
        });
        PosteriorSample sample = sample(
                PLAN.withDraws(5000),
                Densities.flat(slope, new Bounds(0, Double.POSITIVE_INFINITY)),
                Densities.unit(1));
        assertThat(sample.status())
                .as(sample.diagnostics() + " " + sample.cost())
                .isEqualTo(SamplingStatus.CONVERGED);
        assertMoments(sample.marginal(0), 1, 1);
        IntervalSet region = sample.marginal(0).highestDensity(ConfidenceLevel.of(0.95));
        assertThat(region.segments()).hasSize(1);
        assertThat(region.segments().get(0).lower()).isZero();
        Estimate upper = sample.marginal(0).quantile(0.95);
        assertThat(region.segments().get(0).upper())
                .isCloseTo(-Math.log(0.05), within(STANDARD_ERRORS * upper.error()));
    }

    @Test
    void aBananaHasItsMoments() {
        PosteriorSample sample = sample(
                PLAN.withDraws(5000).withTargetAcceptance(0.95),
                Densities.flat(2, Densities.banana()),
                Densities.unit(1, 1));
        assertThat(sample.isConverged())
                .as(sample.status() + " " + sample.cost())
                .isTrue();
        assertMoments(sample.marginal(0), 1, 1);
        assertMoments(sample.marginal(1), 2, Math.sqrt(6.25));
    }

    @Test
    void modesFarApartGetTheirWeightsWhenBothAreKnown() {
        double weight = 0.7;
        PosteriorSample sample = sample(
                PLAN, Densities.flat(2, Densities.twoModes(10, weight)), Densities.unit(10, 0), Densities.unit(-10, 0));
        assertThat(sample.status())
                .as(sample.diagnostics() + " " + sample.cost())
                .isEqualTo(SamplingStatus.CONVERGED);
        assertThat(sample.cost().jumps()).isPositive();
        assertAgrees(sample.marginal(0).mean(), 10 * (2 * weight - 1), 10);
        IntervalSet region = sample.marginal(0).highestDensity(ConfidenceLevel.of(0.95));
        assertThat(region.segments()).hasSize(2);
        assertThat(region.contains(10)).isTrue();
        assertThat(region.contains(-10)).isTrue();
        assertThat(region.contains(0)).isFalse();
    }

    @Test
    void aModeThatIsNotKnownLeavesChainsThatDisagreeIfOneStartsThere() {
        // one broad mode: starts around it fall into both peaks
        Mode broad = Mode.at(new double[] {0, 0}, new double[] {8, 1});
        PosteriorSample sample = sample(PLAN, Densities.flat(2, Densities.twoModes(10, 0.5)), broad);
        assertThat(sample.status()).isEqualTo(SamplingStatus.CHAINS_DISAGREE);
    }

    @Test
    void aLikelihoodThatIsFlatToOneSideGivesNoPosterior() {
        DifferentiableObjective oneSided = Densities.of((x, gradient) -> {
            double above = Math.max(0, x[0]);
            gradient[0] = 2 * above;
            return above * above;
        });
        assertThat(sample(PLAN.withDraws(100), Densities.flat(1, oneSided), Densities.unit(0))
                        .status())
                .isEqualTo(SamplingStatus.IMPROPER_POSTERIOR);
        assertThat(sample(
                                PLAN.withDraws(100),
                                Densities.flat(oneSided, new Bounds(-3, Double.POSITIVE_INFINITY)),
                                Densities.unit(0))
                        .propriety())
                .isEqualTo(Propriety.APPEARS_PROPER);
    }

    /** Gaussian prior N(1, 2²) and measurement 0 ± 1: mean 1/5, variance 4/5; a log-normal prior alone gives itself. */
    @Test
    void priorsMultiplyTheLikelihood() {
        ParameterSet parameters = ParameterSet.of(List.of(Parameter.of("a", 1), Parameter.of("b", 1)));
        Posterior<DifferentiableObjective> posterior = new Posterior<>(
                parameters,
                List.of(new GaussianPrior(1, 2, "test"), new LogNormalPrior(2, 0.3, "test")),
                () -> Densities.of((x, gradient) -> {
                    gradient[0] = 2 * x[0];
                    gradient[1] = 0;
                    return x[0] * x[0];
                }));
        PosteriorSample sample = sample(PLAN, posterior, Densities.unit(0, 2));
        assertThat(sample.propriety()).isEqualTo(Propriety.PROPER);
        assertThat(sample.status())
                .as(sample.diagnostics() + " " + sample.cost())
                .isEqualTo(SamplingStatus.CONVERGED);
        assertMoments(sample.marginal(0), 0.2, Math.sqrt(0.8));
        assertMoments(sample.marginal(1), 2 * Math.exp(0.045), 2 * Math.sqrt(Math.expm1(0.09) * Math.exp(0.09)));
    }

    @Test
    void theNumberOfThreadsAndAnInterruptionDoNotMatter() {
        Posterior<DifferentiableObjective> posterior = Densities.flat(2, Densities.twoModes(3, 0.5));
        List<Mode> modes = List.of(Densities.unit(3, 0), Densities.unit(-3, 0));
        HamiltonianSampler sampler = new HamiltonianSampler(PLAN.withDraws(1200));
        PosteriorSample alone = sampler.sample(posterior, modes, STREAMS, ParallelWork.on(1), "test");
        for (int threads : new int[] {2, 4}) {
            assertThat(sampler.sample(posterior, modes, STREAMS, ParallelWork.on(threads), "test"))
                    .isEqualTo(alone);
        }
        Remembered store = new Remembered();
        sampler.sample(posterior, modes, STREAMS, ParallelWork.on(1).withCheckpoint(store), "test");
        store.kept.keySet().removeIf(key -> key.contains("draws from 500") || key.endsWith("draws from 0#2"));
        assertThat(sampler.sample(posterior, modes, STREAMS, ParallelWork.on(2).withCheckpoint(store), "test"))
                .isEqualTo(alone);
        assertThat(alone.count()).isEqualTo(4800);
    }

    /** A checkpoint in memory. */
    private static final class Remembered implements Checkpoint {
        private final ConcurrentMap<String, double[]> kept = new ConcurrentHashMap<>();

        @Override
        public Map<Integer, double[]> finished(String work, int count) {
            Map<Integer, double[]> found = new TreeMap<>();
            for (int i = 0; i < count; i++) {
                double[] result = kept.get(work + "#" + i);
                if (result != null) {
                    found.put(i, result);
                }
            }
            return found;
        }

        @Override
        public void save(String work, int index, double[] result) {
            kept.put(work + "#" + index, result);
        }
    }

    @Test
    void aChainThatIsLostIsReported() {
        PosteriorSample sample = sample(
                PLAN.withDraws(100),
                Densities.flat(Densities.of((x, gradient) -> Double.NaN), new Bounds(0, 1)),
                Densities.unit(0.5));
        assertThat(sample.status()).isEqualTo(SamplingStatus.CHAIN_FAILED);
        assertThat(sample.failures()).hasSize(4);
        assertThat(sample.failures().get(0).reason()).contains("no start point");
        assertThatThrownBy(() -> sample.marginal(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void samplesGoOnToPredictions() {
        PosteriorSample sample = sample(
                PLAN.withDraws(200), Densities.flat(Densities.twoModes(0, 0.5), FINITE, FINITE), Densities.unit(0, 0));
        assertThat(sample.draws().count()).isEqualTo(800);
        assertThat(sample.draws().rows().get(1))
                .isEqualTo(sample.chains().get(0).get(0, 1));
        assertThat(sample.draws().center()).isNotEqualTo(Vector.of(0, 0));
    }

    private static final Bounds FINITE = new Bounds(-5, 5);
}
