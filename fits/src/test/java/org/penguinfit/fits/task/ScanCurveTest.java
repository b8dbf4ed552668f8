package org.penguinfit.fits.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.interval.Interval;

class ScanCurveTest {
    /** A quartic with minima at −8 and 20, whose value at 6 is 14⁴/14400 = 2.667. */
    private static double quartic(double c) {
        return (c + 8) * (c + 8) * (c - 20) * (c - 20) / 14400;
    }

    private static final double HIGHEST = 4;

    @Test
    void straightLinesBetweenThePointsFollowTheFunction() {
        ScanCurve curve = ScanCurve.sample(ScanCurveTest::quartic, new Interval(-40, 40), List.of(-8.0, 20.0), HIGHEST);
        for (int i = 1; i < curve.x().size(); i++) {
            double from = curve.x().get(i - 1);
            double to = curve.x().get(i);
            assertThat(to).isGreaterThan(from);
            for (double part : new double[] {0.25, 0.5, 0.75}) {
                double exact = quartic(from + part * (to - from));
                double straight = (1 - part) * curve.deltaChi2().get(i - 1)
                        + part * curve.deltaChi2().get(i);
                if (exact < HIGHEST) {
                    // as docs/plots.md promises
                    assertThat(straight).isCloseTo(exact, within(0.002 * HIGHEST));
                }
            }
        }
    }

    @Test
    void itHasFewPointsAndHoldsTheKnots() {
        ScanCurve curve = ScanCurve.sample(ScanCurveTest::quartic, new Interval(-40, 40), List.of(-8.0, 20.0), HIGHEST);
        assertThat(curve.x().size()).isBetween(40, 250);
        assertThat(curve.x().toArray()).contains(-40, -8, 20, 40);
    }

    @Test
    void wallsAreNoTrouble() {
        ScanCurve curve = ScanCurve.sample(
                x -> x > 1 ? Double.POSITIVE_INFINITY : x * x, new Interval(-2, 2), List.of(0.0, 1.0), HIGHEST);
        assertThat(curve.deltaChi2().get(curve.x().size() - 1)).isInfinite();
    }
}
