package org.penguinfit.measurements.document;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.penguinfit.measurements.document.Diagnostic.Severity;

/**
 * Collects every problem of every file, so that a user mends all of them at once. At the thousandth error it gives up with an
 * {@link InvalidInputException} that holds them. Not thread-safe.
 */
public final class Diagnostics {
    /** Nobody mends more at once; reading on would only take time. */
    static final int MAX_ERRORS = 1000;

    private final List<Diagnostic> found = new ArrayList<>();
    private int errors;

    /** Reports an error at a node; empty {@code was} or {@code remedy} are left out of the text. */
    public void error(Node at, String rule, String was, String remedy) {
        error(at.location(), at.path(), rule, was, remedy);
    }

    /** Reports an error at a place. */
    public void error(Location location, String path, String rule, String was, String remedy) {
        report(Severity.ERROR, location, path, rule, was, remedy);
    }

    /** Reports a warning at a place. */
    public void warning(Location location, String path, String rule, String was, String remedy) {
        report(Severity.WARNING, location, path, rule, was, remedy);
    }

    /** Reports a finding of either severity at a place. */
    public void report(Severity severity, Location location, String path, String rule, String was, String remedy) {
        add(new Diagnostic(severity, location, path, rule, was, remedy));
    }

    /** Takes back a finding that turned out to be a consequence of another one. */
    void withdraw(Diagnostic diagnostic) {
        if (found.remove(diagnostic) && diagnostic.severity() == Severity.ERROR) {
            errors--;
        }
    }

    void add(Diagnostic diagnostic) {
        found.add(diagnostic);
        errors += diagnostic.severity() == Severity.ERROR ? 1 : 0;
        if (errors >= MAX_ERRORS) {
            throw new InvalidInputException(sorted());
        }
    }

    /** Takes over the findings of another collector. */
    public void addAll(List<Diagnostic> others) {
        for (Diagnostic diagnostic : others) {
            add(diagnostic);
        }
    }

    /** True if at least one error (not merely warnings) was reported. */
    public boolean hasErrors() {
        return errorCount() > 0;
    }

    /** Number of errors so far, repeated ones counted; a loader compares it before and after to see whether it may bind. */
    public int errorCount() {
        return errors;
    }

    /** All findings, ordered by place, each once. */
    public List<Diagnostic> sorted() {
        return List.copyOf(new TreeSet<>(found));
    }

    /**
     * Stops if there is an error.
     *
     * @throws InvalidInputException with every finding so far
     */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new InvalidInputException(sorted());
        }
    }
}
