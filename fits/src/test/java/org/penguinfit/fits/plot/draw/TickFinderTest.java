package org.penguinfit.fits.plot.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Axis.Range;

class TickFinderTest {
    private static final Axis LINEAR = Axis.linear("", "");

    /** Steps are 1, 2 or 5 times a power of ten, the smallest with no more numbers than have room. */
    @ParameterizedTest
    @CsvSource({
        "-20, 30, 4, '$-20$ $0$ $20$', 0",
        "0, 8.7, 4, '$0$ $5$', 0",
        "0.3, 8.7, 4, '$2$ $4$ $6$ $8$', 0",
        "0, 3.4e-5, 6, '$0$ $10$ $20$ $30$', -6",
        "0, 3.4e-5, 7, '$0$ $5$ $10$ $15$ $20$ $25$ $30$', -6",
        "2.3e-9, 4.5e-9, 5, '$2.5$ $3.0$ $3.5$ $4.0$ $4.5$', -9",
        "0, 0.01, 6, '$0$ $2$ $4$ $6$ $8$ $10$', -3",
        "0, 0.05, 3, '$0.00$ $0.02$ $0.04$', 0",
        "0, 20000, 5, '$0$ $5$ $10$ $15$ $20$', 3",
        "-0.1, 0.1, 3, '$-0.1$ $0.0$ $0.1$', 0"
    })
    void numbersAreRoundAndHaveACommonPowerOfTen(double low, double high, int most, String labels, int exponent) {
        Ticks ticks = TickFinder.find(LINEAR, new Range(low, high), most);
        assertThat(ticks.major().stream().map(Ticks.Tick::label)).containsExactly(labels.split(" "));
        assertThat(ticks.exponent()).isEqualTo(exponent);
    }

    @Test
    void minorTicksStandBetweenAndAtMajorOnes() {
        Ticks ticks = TickFinder.find(LINEAR, new Range(0, 1), 6);
        assertThat(ticks.major()).hasSize(6); // 0, 0.2, … 1
        assertThat(ticks.minor()).hasSize(21); // quarters of 0.2
    }
}
