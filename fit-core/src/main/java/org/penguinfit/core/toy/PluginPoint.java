package org.penguinfit.core.toy;

import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.linalg.Vector;

/**
 * One tested point of a construction with toys.
 *
 * @param values the parameters of interest
 * @param truth all parameters of the toys: the others at their conditional best fit to the data
 * @param test −2 ln λ of the data among those of the toys
 */
public record PluginPoint(Vector values, Vector truth, ToyTest test) {
    /** 1 − CL: the p-value of the point. */
    public BinomialFraction pValue() {
        return test.pValue();
    }

    /** By how much −2 ln λ of the data exceeds the critical value; the confidence set holds the point when not positive. */
    public double excess(ConfidenceLevel level) {
        return test.observed() - test.toys().critical(level);
    }
}
