package org.penguinfit.core.significance;

/**
 * The CLs ratio of one tested value (A.L. Read, J. Phys. G 28 (2002) 2693).
 *
 * @param signalPlusBackground p-value of the tested value, CLs+b
 * @param background the same probability without signal, CLb, positive
 */
public record ClsValue(PValue signalPlusBackground, PValue background) {
    /** Requires a positive CLb. */
    public ClsValue {
        if (!(background.value() > 0.0)) {
            throw new IllegalArgumentException("CLs needs CLb > 0");
        }
    }

    /** CLs = CLs+b / CLb, at most 1. */
    public double cls() {
        return Math.min(1.0, signalPlusBackground.value() / background.value());
    }
}
