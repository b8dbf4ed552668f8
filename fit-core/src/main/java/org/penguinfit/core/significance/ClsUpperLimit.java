package org.penguinfit.core.significance;

import java.util.OptionalDouble;
import org.penguinfit.core.interval.ConfidenceLevel;

/**
 * A CLs upper limit and what was expected without signal.
 *
 * @param level confidence level of the limit
 * @param observed the limit; empty when no value within the bounds of the parameter is excluded
 * @param expected median limit, and those at fluctuations of the data by −2, −1, +1 and +2 standard deviations
 */
public record ClsUpperLimit(ConfidenceLevel level, OptionalDouble observed, Band expected) {
    /**
     * Expected limits; each empty when no value within the bounds of the parameter is excluded.
     *
     * @param minus2 at −2 σ
     * @param minus1 at −1 σ
     * @param median without fluctuation
     * @param plus1 at +1 σ
     * @param plus2 at +2 σ
     */
    public record Band(
            OptionalDouble minus2,
            OptionalDouble minus1,
            OptionalDouble median,
            OptionalDouble plus1,
            OptionalDouble plus2) {}
}
