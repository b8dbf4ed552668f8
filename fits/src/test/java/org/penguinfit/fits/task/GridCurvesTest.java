package org.penguinfit.fits.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.result.ResultBlock.Curve;

/** Curves through a grid, against circles and lines. */
class GridCurvesTest {
    private static final int POINTS = 41;
    private static final double HALF = 2.0;
    private static final double STEP = 2 * HALF / (POINTS - 1);

    private static List<Curve> curves(DoubleBinaryOperator function) {
        double[] axis = new double[POINTS];
        double[][] values = new double[POINTS][POINTS];
        for (int i = 0; i < POINTS; i++) {
            axis[i] = -HALF + i * STEP;
        }
        for (int i = 0; i < POINTS; i++) {
            for (int j = 0; j < POINTS; j++) {
                values[i][j] = function.applyAsDouble(axis[i], axis[j]);
            }
        }
        return GridCurves.of(Vector.of(axis), Vector.of(axis), values);
    }

    /** x² + y² is linear along an edge up to the square of its length, over a slope of 2r: h²/8 · 2/(2r) and less. */
    @Test
    void aDiscHasOneClosedCurve() {
        List<Curve> curves = curves((x, y) -> x * x + y * y - 1.5 * 1.5);
        assertThat(curves).hasSize(1);
        Curve circle = curves.get(0);
        assertThat(circle.closed()).isTrue();
        assertThat(circle.x().size()).isGreaterThan(POINTS);
        for (int k = 0; k < circle.x().size(); k++) {
            assertThat(Math.hypot(circle.x().get(k), circle.y().get(k))).isCloseTo(1.5, within(STEP * STEP));
            int next = (k + 1) % circle.x().size();
            assertThat(Math.hypot(
                            circle.x().get(k) - circle.x().get(next),
                            circle.y().get(k) - circle.y().get(next)))
                    .as("steps stay within a cell")
                    .isLessThan(1.5 * STEP);
        }
    }

    @Test
    void aRingHasTwoAndTwoIslandsHaveTwo() {
        assertThat(curves((x, y) -> Math.abs(x * x + y * y - 1) - 0.5))
                .hasSize(2)
                .allMatch(Curve::closed);
        assertThat(curves((x, y) -> Math.abs(x * x - 1) + y * y - 0.5))
                .hasSize(2)
                .allMatch(Curve::closed);
    }

    /** A linear function is interpolated exactly; the curve ends at both edges of the grid. */
    @Test
    void aHalfPlaneHasAnOpenCurve() {
        List<Curve> curves = curves((x, y) -> x + 0.5 * y - 0.33);
        assertThat(curves).hasSize(1);
        Curve line = curves.get(0);
        assertThat(line.closed()).isFalse();
        for (int k = 0; k < line.x().size(); k++) {
            assertThat(line.x().get(k) + 0.5 * line.y().get(k)).isCloseTo(0.33, within(1e-12));
        }
        assertThat(Math.abs(line.y().get(0))).isEqualTo(HALF);
        assertThat(Math.abs(line.y().get(line.y().size() - 1))).isEqualTo(HALF);
    }

    /** Opposite corners inside, the mean outside: two curves that do not touch. */
    @Test
    void aSaddleIsDecidedByTheMeanOfItsCorners() {
        Vector axis = Vector.of(0, 1);
        List<Curve> apart = GridCurves.of(axis, axis, new double[][] {{-1, 3}, {3, -1}});
        assertThat(apart).hasSize(2);
        for (Curve curve : apart) { // each cuts one corner off, a quarter of the way along its edges
            double fromCorner = Math.abs(curve.x().get(0) - curve.x().get(1));
            assertThat(fromCorner).isCloseTo(0.25, within(1e-12));
        }
        List<Curve> joined = GridCurves.of(axis, axis, new double[][] {{-3, 1}, {1, -3}});
        assertThat(joined).hasSize(2);
        assertThat(joined.get(0).x().get(0)).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void unknownPointsBreakACurve() {
        List<Curve> curves = curves((x, y) -> x > 1.4 && Math.abs(y) < 0.3 ? Double.NaN : x * x + y * y - 1.5 * 1.5);
        assertThat(curves).hasSize(1);
        assertThat(curves.get(0).closed()).isFalse();
        assertThat(curves((x, y) -> 1.0)).isEmpty();
    }
}
