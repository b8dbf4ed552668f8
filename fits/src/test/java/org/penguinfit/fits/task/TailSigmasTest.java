package org.penguinfit.fits.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailSigmasTest {
    /** The quantile of the library is good to 1e-9; the asymptotic series of Φ is cut at 105/z⁸. */
    private static final double RELATIVE = 1e-9;

    /**
     * mpmath, 30 digits: the root of log(erfc(z/sqrt(2))) = log(gammainc(k/2, x/2, regularized=True)). The tails of all but
     * the first are far below the smallest double, and yet they have their sigmas.
     */
    @ParameterizedTest(name = "Δχ² = {0} of {1} parameters")
    @CsvSource({
        "30, 2, 5.119773816328177",
        "1500, 20, 37.39949064582165",
        "2000, 3, 44.55113709597008",
        "2900, 2, 53.77339647555044",
        "1e6, 5, 999.9734672617127"
    })
    void agreeWithMpmath(double deltaChi2, int parameters, double sigmas) {
        assertThat(TailSigmas.of(deltaChi2, parameters)).isCloseTo(sigmas, within(RELATIVE * sigmas));
    }

    /** By definition. */
    @Test
    void oneParameterGivesTheSquareRoot() {
        assertThat(TailSigmas.of(2900, 1)).isEqualTo(Math.sqrt(2900));
        assertThat(TailSigmas.of(0, 3)).isZero();
        assertThat(TailSigmas.of(Double.POSITIVE_INFINITY, 3)).isInfinite();
    }
}
