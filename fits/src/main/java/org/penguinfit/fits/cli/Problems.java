package org.penguinfit.fits.cli;

import java.io.PrintWriter;
import java.util.List;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostic.Severity;

/** Prints diagnostics: one line each, then their number. */
final class Problems {
    private Problems() {}

    static void print(List<Diagnostic> diagnostics, PrintWriter err) {
        int errors = 0;
        for (Diagnostic diagnostic : diagnostics) {
            err.println(diagnostic);
            errors += diagnostic.severity() == Severity.ERROR ? 1 : 0;
        }
        if (errors > 0) {
            err.println(errors == 1 ? "1 error" : errors + " errors");
        }
    }
}
