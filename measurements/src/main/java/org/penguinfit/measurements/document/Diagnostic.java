package org.penguinfit.measurements.document;

/**
 * One problem of an input file.
 *
 * @param severity an error stops the run, a warning is printed and the run goes on
 * @param location where: file, line, column
 * @param path key path inside the document, such as {@code values[0].stat}; empty for the whole document
 * @param rule what must hold, such as {@code must be > 0}
 * @param found what stands there instead; empty if nothing does
 * @param remedy what to write instead; empty if the rule says it
 */
public record Diagnostic(Severity severity, Location location, String path, String rule, String found, String remedy)
        implements Comparable<Diagnostic> {

    /** How bad a finding is. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** Orders by file, line, column, then text, so that a report does not depend on the order of the checks. */
    @Override
    public int compareTo(Diagnostic other) {
        int order = location.file().compareTo(other.location.file());
        if (order == 0) {
            order = Integer.compare(location.line(), other.location.line());
        }
        if (order == 0) {
            order = Integer.compare(location.column(), other.location.column());
        }
        return order == 0 ? toString().compareTo(other.toString()) : order;
    }

    /** {@code file:line:column path: rule, found X (remedy)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(location.toString());
        if (!path.isEmpty()) {
            text.append(' ').append(path);
        }
        text.append(": ");
        if (severity == Severity.WARNING) {
            text.append("warning: ");
        }
        text.append(rule);
        if (!found.isEmpty()) {
            text.append(", found ").append(found);
        }
        if (!remedy.isEmpty()) {
            text.append(" (").append(remedy).append(')');
        }
        return text.toString();
    }
}
