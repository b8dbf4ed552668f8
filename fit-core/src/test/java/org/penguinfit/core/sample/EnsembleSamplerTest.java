package org.penguinfit.core.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.propagation.Estimate;
import org.penguinfit.core.random.RandomStreams;

/** Ensembles of walkers on posteriors with known moments. */
class EnsembleSamplerTest {
    /** Seeded samples are compared at this many of their own Monte-Carlo standard errors. */
    private static final double STANDARD_ERRORS = 5;

    /** The Monte-Carlo error in units of the posterior's standard deviation that the plans below must reach. */
    private static final double PRECISION = 0.05;

    private static final RandomStreams STREAMS = RandomStreams.of(3);

    private static PosteriorSample sample(EnsemblePlan plan, Posterior<?> posterior, Mode... modes) {
        return new EnsembleSampler(plan).sample(posterior, List.of(modes), STREAMS, ParallelWork.on(2), "test");
    }

    private static void assertAgrees(Estimate estimate, double exact, double scale) {
        assertThat(estimate.error()).isPositive().isLessThan(PRECISION * scale);
        assertThat(estimate.value()).isCloseTo(exact, within(STANDARD_ERRORS * estimate.error()));
    }

    @Test
    void aGaussianOfVeryDifferentScalesHasItsMoments() {
        CovarianceMatrix covariance = CovarianceMatrix.of(new double[][] {{1, 90, 0}, {90, 1e4, 0}, {0, 0, 1e-6}})
                .orElseThrow();
        PosteriorSample sample = sample(
                EnsemblePlan.standard(3), Densities.flat(3, Densities.gaussian(covariance)), Densities.unit(0, 0, 0));
        assertThat(sample.isConverged())
                .as(sample.status() + " " + sample.diagnostics())
                .isTrue();
        for (int i = 0; i < 3; i++) {
            assertAgrees(sample.marginal(i).mean(), 0, covariance.sigma(i));
            assertAgrees(sample.marginal(i).sigma(), covariance.sigma(i), covariance.sigma(i));
        }
    }

    /** Half-normal: mean √(2/π), variance 1 − 2/π. */
    @Test
    void aWallIsNotCrossed() {
        CovarianceMatrix unit = CovarianceMatrix.of(new double[][] {{1}}).orElseThrow();
        PosteriorSample sample = sample(
                EnsemblePlan.standard(1),
                Densities.flat(Densities.gaussian(unit), new Bounds(0, Double.POSITIVE_INFINITY)),
                Densities.unit(1));
        assertThat(sample.isConverged()).isTrue();
        assertAgrees(sample.marginal(0).mean(), Math.sqrt(2 / Math.PI), 1);
        assertAgrees(sample.marginal(0).sigma(), Math.sqrt(1 - 2 / Math.PI), 1);
    }

    @Test
    void twoModesGetTheirWeightsAndTwoSegments() {
        double weight = 0.7;
        PosteriorSample sample = sample(
                EnsemblePlan.standard(2).withLength(1000, 1000, 10),
                Densities.flat(2, Densities.twoModes(5, weight)),
                Densities.unit(5, 0),
                Densities.unit(-5, 0));
        assertThat(sample.isConverged())
                .as(sample.status() + " " + sample.diagnostics())
                .isTrue();
        assertAgrees(sample.marginal(0).mean(), 5 * (2 * weight - 1), 5);
        assertThat(sample.marginal(0).highestDensity(ConfidenceLevel.of(0.95)).segments())
                .hasSize(2);
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        EnsemblePlan plan = EnsemblePlan.standard(2).withLength(50, 300, 1);
        Posterior<?> posterior = Densities.flat(2, Densities.banana());
        List<Mode> modes = List.of(Densities.unit(1, 1));
        PosteriorSample alone = new EnsembleSampler(plan).sample(posterior, modes, STREAMS, ParallelWork.on(1), "test");
        for (int threads : new int[] {2, 4}) {
            assertThat(new EnsembleSampler(plan).sample(posterior, modes, STREAMS, ParallelWork.on(threads), "test"))
                    .isEqualTo(alone);
        }
        assertThat(alone.chains()).hasSize(64);
        assertThat(alone.count()).isEqualTo(64 * 300);
        assertThat(alone.isConverged()).as("300 steps are not enough").isFalse();
    }

    @Test
    void tooFewWalkersAreRefused() {
        assertThatThrownBy(() -> sample(
                        new EnsemblePlan(2, 4, 10, 20, 1), Densities.flat(2, Densities.banana()), Densities.unit(1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("walkers");
    }
}
