package org.penguinfit.fits.fuzz;

import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;

/** What must hold whatever the input. */
final class Expect {
    private Expect() {}

    static void that(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }

    /** Every finding is one line with a rule. */
    static void printable(Diagnostics diagnostics) {
        for (Diagnostic diagnostic : diagnostics.sorted()) {
            that(!diagnostic.rule().isBlank(), "a finding names its rule");
            that(diagnostic.toString().lines().count() == 1, "a finding is one line");
        }
    }
}
