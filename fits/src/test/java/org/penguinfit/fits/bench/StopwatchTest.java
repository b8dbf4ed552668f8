package org.penguinfit.fits.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopwatchTest {
    /** Work of a known length, by the same clock: at least that long, and not wildly longer. */
    @ParameterizedTest(name = "{0} µs")
    @CsvSource({"5", "3000"})
    void workOfAKnownLengthIsTimed(long microseconds) {
        Timing timing = new Stopwatch(50_000_000, 50_000_000).time("rest", () -> rest(1000 * microseconds));
        assertThat(timing.nanoseconds()).isBetween(1000.0 * microseconds, 3000.0 * microseconds);
        assertThat(timing.repetitions()).isGreaterThanOrEqualTo(5);
        assertThat(timing.calls()).isEqualTo(microseconds > 1000 ? 1 : timing.calls());
    }

    /** A batch of calls must not be sized by runs that were never made. */
    @Test
    void workThatOutlastsTheWarmUpIsNotBatched() {
        Timing timing = new Stopwatch(1_000_000, 1_000_000).time("long", () -> rest(3_000_000));
        assertThat(timing.calls()).isEqualTo(1);
        assertThat(timing.repetitions()).isEqualTo(5);
    }

    private static double rest(long nanoseconds) {
        long end = System.nanoTime() + nanoseconds;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return 1;
    }
}
