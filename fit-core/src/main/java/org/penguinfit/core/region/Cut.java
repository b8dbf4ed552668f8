package org.penguinfit.core.region;

import java.util.List;

/**
 * A condition on one output of a model.
 *
 * @param output index of the output
 * @param low smallest value that passes, or −∞
 * @param high largest value that passes, or +∞; not below {@code low}
 */
public record Cut(int output, double low, double high) {
    /** Requires low ≤ high; neither may be NaN. */
    public Cut {
        if (output < 0 || !(low <= high)) {
            throw new IllegalArgumentException(
                    "a cut needs an output and low <= high, found [" + low + ", " + high + "] on output " + output);
        }
    }

    /** Whether the outputs pass; NaN never does. */
    public boolean passes(double[] outputs) {
        return outputs[output] >= low && outputs[output] <= high;
    }

    /** Whether the outputs pass all of them. */
    static boolean allPass(List<Cut> cuts, double[] outputs) {
        for (Cut cut : cuts) {
            if (!cut.passes(outputs)) {
                return false;
            }
        }
        return true;
    }
}
