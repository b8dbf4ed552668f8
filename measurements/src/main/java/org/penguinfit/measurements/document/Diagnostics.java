package org.penguinfit.measurements.document;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.penguinfit.measurements.document.Diagnostic.Severity;

/**
 * Collects every problem of every file, so that a user mends all of them at once. At the thousandth error it gives up with an
 * {@link InvalidInputException} that holds them; warnings behind the thousandth are counted only. Not thread-safe.
 */
public final class Diagnostics {
    /** Nobody mends more at once; reading on would only take time. */
    static final int MAX_ERRORS = 1000;

    /** Nobody reads more. */
    static final int MAX_WARNINGS = 1000;

    private final List<Diagnostic> found = new ArrayList<>();
    private int errors;
    private int warnings;
    private Location furtherWarning = Location.wholeFile("");

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
        if (diagnostic.severity() == Severity.WARNING && ++warnings > MAX_WARNINGS) {
            furtherWarning = Location.wholeFile(diagnostic.location().file());
            return;
        }
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

    /** False once a further warning would not be kept, so that nobody need work out its text. */
    public boolean takesWarnings() {
        return warnings < MAX_WARNINGS;
    }

    /** All findings, ordered by place, each once; a last warning tells how many more there were than are kept. */
    public List<Diagnostic> sorted() {
        List<Diagnostic> sorted = new ArrayList<>(new TreeSet<>(found));
        if (warnings > MAX_WARNINGS) {
            int more = warnings - MAX_WARNINGS;
            sorted.add(new Diagnostic(Severity.WARNING, furtherWarning, "", more + " more warnings", "", ""));
        }
        return List.copyOf(sorted);
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
