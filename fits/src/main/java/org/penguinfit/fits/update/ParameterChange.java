package org.penguinfit.fits.update;

import java.util.Map;
import java.util.Optional;
import org.penguinfit.core.interval.IntervalSet;

/**
 * A parameter of one task before and after.
 *
 * @param name as in the config; of an average its observable
 * @param before its best fit before; empty if there is none
 * @param after its best fit after
 * @param intervals level as written → its sets
 */
public record ParameterChange(
        String name, Optional<BestValue> before, Optional<BestValue> after, Map<String, Sets> intervals) {
    /**
     * A best-fit value.
     *
     * @param value at the lowest minimum
     * @param sigma its uncertainty; empty at the edge of a range and where −2 ln L is flat or has a kink
     * @param minima number of distinct minima
     */
    public record BestValue(double value, Optional<Double> sigma, int minima) {}

    /**
     * The set of a level before and after; empty where the task made none.
     */
    public record Sets(IntervalSet before, IntervalSet after) {}

    /** After minus before; empty unless there are both. */
    public Optional<Double> shift() {
        return before.isEmpty() || after.isEmpty()
                ? Optional.empty()
                : Optional.of(after.get().value() - before.get().value());
    }

    /** The shift in units of the uncertainty before. */
    public Optional<Double> shiftInSigma() {
        return shift().flatMap(d -> before.flatMap(BestValue::sigma).map(sigma -> d / sigma));
    }
}
