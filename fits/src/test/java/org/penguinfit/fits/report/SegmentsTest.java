package org.penguinfit.fits.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;

/**
 * Interval ends show four significant digits of the end that lies farthest from zero, and two of the width of a segment; all
 * ends the same decimals.
 */
class SegmentsTest {
    private static String text(double... ends) {
        List<Interval> segments = new ArrayList<>();
        for (int i = 0; i < ends.length; i += 2) {
            segments.add(new Interval(ends[i], ends[i + 1]));
        }
        return FitReport.segments(IntervalSet.of(segments.toArray(new Interval[0])));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "-7.548243; 1.989622; [−7.548, 1.990]",
                "-40; 40; [−40.00, 40.00]",
                "0; 0.0004; [0.0000000, 0.0004000]",
                "-12345; 6; [−12350, 10]",
                "0; 0; [0, 0]",
                "-1e-9; 100; [0.0, 100.0]",
                // a narrow segment shows two digits of its width
                "3.20675; 3.21325; [3.2068, 3.2133]",
                "-1e-7; 0; [−1.000, 0.000]e-7",
                // far from one, a common power of ten as in (1.1 ± 0.4)e-5
                "1.034e-12; 1.434e-12; [1.034, 1.434]e-12",
                "-949000000; 1049000000; [−0.949, 1.049]e9",
                "999997.6; 1000001.2; [999997.6, 1000001.2]"
            })
    void endsAreRoundedTogether(double low, double high, String expected) {
        assertThat(text(low, high)).isEqualTo(expected);
    }

    @Test
    void segmentsAreJoined() {
        assertThat(text(-7.548243, 1.989622, 10.806235, 20.363732)).isEqualTo("[−7.55, 1.99] ∪ [10.81, 20.36]");
    }

    @Test
    void aUnionHasOnePowerOfTen() {
        assertThat(text(-2e-8, -1e-8, 1e-8, 2e-8)).isEqualTo("([−2.000, −1.000] ∪ [1.000, 2.000])e-8");
    }

    @Test
    void manySegmentsAreCounted() {
        double[] ends = new double[40];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = i;
        }
        assertThat(text(ends))
                .startsWith("[0.00, 1.00] ∪ [2.00, 3.00] ∪ ")
                .endsWith("[22.00, 23.00] ∪ … (20 segments)");
    }

    @Test
    void anEmptySetSaysSo() {
        assertThat(FitReport.segments(IntervalSet.EMPTY)).isEqualTo("none");
    }
}
