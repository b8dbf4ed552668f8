package org.penguinfit.core.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.penguinfit.core.DerivativeObjective;
import org.penguinfit.core.ThreeMinima;

class FiniteDifferencesTest {
    /** Extrapolated central differences keep about ten of sixteen digits. */
    private static final double DIFFERENCES = 1e-9;

    /** Closed form: ∂(eˣ sin y) = (eˣ sin y, eˣ cos y). */
    @Test
    void gradientMatchesAClosedForm() {
        double[] gradient = FiniteDifferences.gradient(t -> Math.exp(t[0]) * Math.sin(t[1]), new double[] {0.3, -1.1});
        assertThat(gradient[0]).isCloseTo(Math.exp(0.3) * Math.sin(-1.1), within(DIFFERENCES));
        assertThat(gradient[1]).isCloseTo(Math.exp(0.3) * Math.cos(-1.1), within(DIFFERENCES));
    }

    /** Oracle: Hipparchus automatic differentiation. */
    @Test
    void hessianMatchesAutomaticDifferentiation() {
        DerivativeObjective f = new DerivativeObjective(
                2, x -> x[0].multiply(x[1]).exp().add(x[0].pow(3)).add(x[1].sin()));
        double[] theta = {0.4, 0.9};
        double[] expected = new double[4];
        f.valueGradientAndHessian(theta, new double[2], expected);
        assertThat(FiniteDifferences.hessian(f, theta)).containsExactly(expected, within(DIFFERENCES));
    }

    @Test
    void confirmsTheCodedDerivativesOfTheSharedBenchmark() {
        ThreeMinima f = new ThreeMinima();
        double[] theta = {0.3, -0.2, 0.5, 0.7, -0.4, 0.6};
        double[] gradient = new double[6];
        double[] hessian = new double[36];
        f.valueGradientAndHessian(theta, gradient, hessian);
        assertThat(FiniteDifferences.gradient(f, theta)).containsExactly(gradient, within(1e-6)); // value near 1e3
        assertThat(FiniteDifferences.hessian(f, theta)).containsExactly(hessian, within(1e-6));
    }

    @Test
    void countsAdd() {
        EvaluationCount sum = new EvaluationCount(1, 2, 3).plus(new EvaluationCount(10, 20, 30));
        assertThat(sum).isEqualTo(new EvaluationCount(11, 22, 33));
        assertThat(sum.total()).isEqualTo(66);
        assertThatThrownBy(() -> new EvaluationCount(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
