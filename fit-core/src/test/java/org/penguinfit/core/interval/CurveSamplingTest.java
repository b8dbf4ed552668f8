package org.penguinfit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveSamplingTest {
    private static final double HIGHEST = 4;

    /** Where a picture cannot tell straight lines from the curve: 0.2 % of the highest level. */
    private static final double TOLERANCE = 0.002 * HIGHEST;

    private static void assertFollows(List<CurveNode> curve, DoubleUnaryOperator function) {
        for (int i = 1; i < curve.size(); i++) {
            CurveNode left = curve.get(i - 1);
            CurveNode right = curve.get(i);
            assertThat(right.x()).isGreaterThan(left.x());
            for (double part : new double[] {0.25, 0.5, 0.75}) {
                double exact = function.applyAsDouble(left.x() + part * (right.x() - left.x()));
                if (exact < HIGHEST) {
                    assertThat((1 - part) * left.value() + part * right.value()).isCloseTo(exact, within(TOLERANCE));
                }
            }
        }
    }

    /** The parabola ((x − 1)/σ)² on −60 to 60 with its minimum as a knot. */
    @ParameterizedTest
    @ValueSource(doubles = {10, 0.1, 0.001})
    void followsAParabolaOfAnyWidth(double sigma) {
        DoubleUnaryOperator parabola = x -> (x - 1) / sigma * ((x - 1) / sigma);
        List<CurveNode> curve = CurveSampling.of(parabola, List.of(-60.0, 1.0, 60.0), HIGHEST);
        assertFollows(curve, parabola);
        assertThat(curve).contains(new CurveNode(1, 0));
        assertThat(curve).hasSizeLessThan(150);
    }

    /** x³ − x + 1 at −1, 0 and 1 lies on one line; the curve between does not. */
    @Test
    void aPointOfInflectionIsNoLine() {
        DoubleUnaryOperator cubic = x -> x * x * x - x + 1;
        assertFollows(CurveSampling.of(cubic, List.of(-1.0, 1.0), HIGHEST), cubic);
    }

    @Test
    void aLineNeedsNoMorePoints() {
        assertThat(CurveSampling.of(x -> x, List.of(3.0, 0.0, 1.0), HIGHEST))
                .containsExactly(new CurveNode(0, 0), new CurveNode(1, 1), new CurveNode(3, 3));
    }

    /** −2 ln L that cannot be computed beyond 1 is excluded there; the wall is found to a millionth of the step. */
    @Test
    void wallsAreNarrow() {
        List<CurveNode> curve = CurveSampling.of(x -> x > 1 ? Double.NaN : x * x, List.of(-2.0, 0.0, 3.0), HIGHEST);
        double last = curve.stream()
                .filter(CurveNode::isFinite)
                .mapToDouble(CurveNode::x)
                .max()
                .orElseThrow();
        assertThat(last).isCloseTo(1, within(3e-6));
    }
}
