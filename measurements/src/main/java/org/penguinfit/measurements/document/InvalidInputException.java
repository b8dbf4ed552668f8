package org.penguinfit.measurements.document;

import java.util.List;
import java.util.stream.Collectors;

/** The input files are broken; carries every problem found in them. */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    public InvalidInputException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** All findings, ordered by place. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
