package org.penguinfit.core.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.minimize.Convergence;
import org.penguinfit.core.minimize.DerivativeFree;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.StoppingRule;
import org.penguinfit.core.parameter.Bounds;

class NumericalDerivativesTest {
    /** Ridders' extrapolation is good to some nine digits once, and to six for differences of differences. */
    private static final double GRADIENT = 1e-8;

    private static final double HESSIAN = 1e-4;

    /** x² y + exp(x): gradient (2xy + eˣ, x²), Hessian [[2y + eˣ, 2x], [2x, 0]]. */
    private static final Objective F = theta -> theta[0] * theta[0] * theta[1] + Math.exp(theta[0]);

    @Test
    void liftsValuesToSecondDerivatives() {
        double[] gradient = new double[2];
        double[] hessian = new double[4];
        double value = NumericalDerivatives.of(F).valueGradientAndHessian(new double[] {1, 3}, gradient, hessian);
        assertThat(value).isEqualTo(3 + Math.E);
        assertThat(gradient).containsExactly(new double[] {6 + Math.E, 1}, within(GRADIENT));
        assertThat(hessian).containsExactly(new double[] {6 + Math.E, 2, 2, 0}, within(HESSIAN));
    }

    @Test
    void leavesExactDerivativesAlone() {
        TwiceDifferentiableObjective exact = NumericalDerivatives.of(F);
        assertThat(NumericalDerivatives.of(exact)).isSameAs(exact);
    }

    /** 2(x − 3 ln x) + (y − x)²: minimum at x = y = 3, H = [[2/3 + 2, −2], [−2, 2]], σ_x² = 3, σ_y² = 4. */
    @Test
    void givesAMinimumWithUncertaintiesFromValuesAlone() {
        Objective f = t -> 2 * (t[0] - 3 * Math.log(t[0])) + (t[1] - t[0]) * (t[1] - t[0]);
        Minimum minimum = new DerivativeFree()
                .minimize(
                        NumericalDerivatives.of(f),
                        new double[] {1, 7},
                        List.of(new Bounds(0.5, 50), Bounds.UNBOUNDED),
                        StoppingRule.standard().withoutPolish());
        assertThat(minimum.status()).isEqualTo(Convergence.CONVERGED);
        assertThat(minimum.point().get(0)).isCloseTo(3, within(1e-4));
        assertThat(minimum.uncertainty(0).orElseThrow()).isCloseTo(Math.sqrt(3), within(1e-4));
        assertThat(minimum.uncertainty(1).orElseThrow()).isCloseTo(2, within(1e-4));
    }
}
