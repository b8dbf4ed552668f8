package org.penguinfit.core.toy;

import java.util.Optional;
import org.penguinfit.core.interval.ConfidenceLevel;

/**
 * How often the sets of one method held the truth.
 *
 * @param method name of the method
 * @param level what it promises
 * @param fraction toys whose set held the truth, among those that had a set; empty when none had
 * @param failures toys without a set: the method failed, or gives none for such data
 */
public record Coverage(String method, ConfidenceLevel level, Optional<BinomialFraction> fraction, int failures) {
    /**
     * Standard deviations by which the fraction lies above the level; empty without a fraction.
     */
    public Optional<Double> excess() {
        return fraction.map(found -> (found.value() - level.probability())
                / BinomialFraction.standardError(level.probability(), found.trials()));
    }
}
