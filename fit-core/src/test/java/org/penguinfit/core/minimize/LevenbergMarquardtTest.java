package org.penguinfit.core.minimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.ResidualObjective;
import org.penguinfit.core.parameter.Bounds;

class LevenbergMarquardtTest {
    private static final double POINT = 1e-11;

    private static final ResidualObjective ROSENBROCK = new ResidualObjective(
            2,
            2,
            (x, k) -> k == 0
                    ? x[1].subtract(x[0].multiply(x[0])).multiply(10)
                    : x[0].negate().add(1));

    private static Minimum run(double[] start, Bounds... bounds) {
        return new LevenbergMarquardt().minimize(ROSENBROCK, start, List.of(bounds), StoppingRule.standard());
    }

    @Test
    void takesSumsOfSquaresOnly() {
        assertThat(new LevenbergMarquardt().accepts(ROSENBROCK)).isTrue();
        assertThat(new LevenbergMarquardt().accepts(MinimizerContractTest.BEALE))
                .isFalse();
        assertThatThrownBy(() -> new LevenbergMarquardt()
                        .minimize(
                                MinimizerContractTest.BEALE,
                                new double[2],
                                List.of(Bounds.UNBOUNDED, Bounds.UNBOUNDED),
                                StoppingRule.standard()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sum of squares");
        assertThatThrownBy(() -> run(new double[3], Bounds.UNBOUNDED)).isInstanceOf(IllegalArgumentException.class);
    }

    /** At a ≤ 1/2 the minimum is a = 1/2, b = a² = 1/4, value (1 − a)² = 1/4, and σ_b² = 2/200. */
    @Test
    void holdsAParameterAtItsLimit() {
        Minimum minimum = run(new double[] {-1.2, 1}, new Bounds(-5, 0.5), Bounds.UNBOUNDED);
        assertThat(minimum.status()).isEqualTo(Convergence.AT_LIMIT);
        assertThat(minimum.point().get(0)).isEqualTo(0.5);
        assertThat(minimum.point().get(1)).isCloseTo(0.25, within(POINT));
        assertThat(minimum.uncertainty(0)).isEmpty();
        assertThat(minimum.uncertainty(1).orElseThrow()).isCloseTo(0.1, within(POINT));
    }

    @Test
    void leavesABoundOnWhichItStartsAndMovesAStartInside() {
        for (double[] start : new double[][] {{-2, 3}, {-9, 9}}) {
            Minimum minimum = run(start, new Bounds(-2, 5), new Bounds(-1, 3));
            assertThat(minimum.status()).isEqualTo(Convergence.CONVERGED);
            assertThat(minimum.point().get(0)).isCloseTo(1, within(POINT));
        }
    }

    @Test
    void keepsAFixedParameter() {
        Minimum minimum = run(new double[] {0, 5}, Bounds.fixed(2), Bounds.UNBOUNDED);
        assertThat(minimum.status()).isEqualTo(Convergence.CONVERGED);
        assertThat(minimum.point().get(1)).isCloseTo(4, within(POINT));
        assertThat(minimum.fixed()).containsExactly(0);
        assertThat(minimum.uncertainty(0)).isEmpty();
    }

    /** (ln x − 1)², minimum at e; ln x is no number for x ≤ 0, where the first undamped step would lead. */
    @Test
    void stepsBackFromWhereAResidualIsNotFinite() {
        ResidualObjective f = new ResidualObjective(1, 1, (x, k) -> x[0].log().subtract(1));
        Minimum minimum = new LevenbergMarquardt()
                .minimize(f, new double[] {50}, List.of(Bounds.UNBOUNDED), StoppingRule.standard());
        assertThat(minimum.status()).isEqualTo(Convergence.CONVERGED);
        assertThat(minimum.point().get(0)).isCloseTo(Math.E, within(POINT));
        Minimum outside = new LevenbergMarquardt()
                .minimize(f, new double[] {-1}, List.of(Bounds.UNBOUNDED), StoppingRule.standard());
        assertThat(outside.status()).isEqualTo(Convergence.NOT_FINITE);
    }

    @Test
    void stopsAtTheIterationLimit() {
        Minimum minimum = new LevenbergMarquardt()
                .minimize(
                        ROSENBROCK,
                        new double[] {-1.2, 1},
                        List.of(Bounds.UNBOUNDED, Bounds.UNBOUNDED),
                        StoppingRule.standard().withMaxIterations(2));
        assertThat(minimum.status()).isEqualTo(Convergence.CALL_LIMIT);
    }
}
