package org.penguinfit.core.toy;

import java.util.OptionalDouble;

/**
 * CLs from toys.
 *
 * @param signalPlusBackground CLs+b
 * @param background CLb
 */
public record ToyCls(BinomialFraction signalPlusBackground, BinomialFraction background) {
    /** CLs+b/CLb; empty when no toy without signal agrees worse than the observed data. */
    public OptionalDouble cls() {
        return background.hits() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(signalPlusBackground.value() / background.value());
    }

    /** Standard error of CLs from the two independent binomial errors; empty where CLs is, or CLs+b is 0. */
    public OptionalDouble error() {
        if (background.hits() == 0 || signalPlusBackground.hits() == 0) {
            return OptionalDouble.empty();
        }
        double above = signalPlusBackground.error() / signalPlusBackground.value();
        double below = background.error() / background.value();
        return OptionalDouble.of(cls().orElseThrow() * Math.hypot(above, below));
    }
}
