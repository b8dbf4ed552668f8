package org.penguinfit.core.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.StoppingRule;
import org.penguinfit.core.minimize.VariableMetric;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.propagation.Estimate;
import org.penguinfit.core.random.RandomStreams;

/** From a minimum to the start of chains. */
class ModeTest {
    /** Seeded samples are compared at this many of their own Monte-Carlo standard errors. */
    private static final double STANDARD_ERRORS = 5;

    /** The minimiser's own accuracy, in units of a standard deviation. */
    private static final double MINIMUM = 1e-4;

    /** ((x + 1)/2)² + (y − 3)², with the minimum in x beyond the bound x ≥ 0. */
    private static final class Slope implements TwiceDifferentiableObjective {
        @Override
        public double value(double[] theta) {
            return valueAndGradient(theta, new double[2]);
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            gradient[0] = 0.5 * (theta[0] + 1);
            gradient[1] = 2 * (theta[1] - 3);
            return 0.25 * (theta[0] + 1) * (theta[0] + 1) + (theta[1] - 3) * (theta[1] - 3);
        }

        @Override
        public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
            hessian[0] = 0.5;
            hessian[1] = 0;
            hessian[2] = 0;
            hessian[3] = 2;
            return valueAndGradient(theta, gradient);
        }
    }

    private static Minimum minimum() {
        return new VariableMetric()
                .minimize(
                        new Slope(),
                        new double[] {1, 1},
                        List.of(new Bounds(0, Double.POSITIVE_INFINITY), Bounds.UNBOUNDED),
                        StoppingRule.standard());
    }

    @Test
    void aParameterAtItsLimitTakesItsStepAndTheOthersTheirUncertainty() {
        Mode mode = Mode.of(minimum(), 0.7, 5);
        assertThat(mode.point().get(0)).isZero();
        assertThat(mode.covariance().sigma(0)).isEqualTo(0.7);
        assertThat(mode.covariance().sigma(1)).isCloseTo(1, within(MINIMUM));
    }

    @Test
    void stepsMustBePositiveAndOnePerParameter() {
        assertThatThrownBy(() -> Mode.of(minimum(), 0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Mode.of(minimum(), 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 steps for 2 parameters");
    }

    /** x is N(−1, 2²) cut off below zero: mean and σ from scipy 1.17.1, truncnorm(0.5, inf, loc=-1, scale=2).stats("mv"). */
    @Test
    void chainsFromAMinimumAtALimitSampleTheTail() {
        Bounds positive = new Bounds(0, Double.POSITIVE_INFINITY);
        PosteriorSample sample = new HamiltonianSampler(SamplingPlan.standard())
                .sample(
                        Densities.flat(new Slope(), positive, Bounds.UNBOUNDED),
                        List.of(Mode.of(minimum(), 0.7, 5)),
                        RandomStreams.of(1),
                        ParallelWork.on(2),
                        "test");
        assertThat(sample.status()).isEqualTo(SamplingStatus.CONVERGED);
        assertAgrees(sample.marginal(0).mean(), 1.2821555407361296);
        assertAgrees(sample.marginal(0).sigma(), 1.0363019003280431);
        assertAgrees(sample.marginal(1).mean(), 3);
    }

    private static void assertAgrees(Estimate estimate, double exact) {
        assertThat(estimate.error()).isPositive().isLessThan(0.05);
        assertThat(estimate.value()).isCloseTo(exact, within(STANDARD_ERRORS * estimate.error()));
    }
}
