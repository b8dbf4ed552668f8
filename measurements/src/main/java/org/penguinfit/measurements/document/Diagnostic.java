package org.penguinfit.measurements.document;

import java.util.Locale;

/**
 * One problem of an input file.
 *
 * @param severity an error stops the run; a warning, or what had to be left out, is printed and the run goes on
 * @param location where: file, line, column
 * @param path key path inside the document, such as {@code values[0].stat}; empty for the whole document
 * @param rule what must hold, such as {@code must be > 0}
 * @param found what stands there instead; empty if nothing does
 * @param remedy what to write instead; empty if the rule says it
 */
public record Diagnostic(Severity severity, Location location, String path, String rule, String found, String remedy)
        implements Comparable<Diagnostic> {

    /** Longest list of known names is shorter; only a name that is no name is longer. */
    private static final int MAX_PART = 1000;

    /** How bad a finding is. */
    public enum Severity {
        ERROR,
        WARNING,
        /** Right in its own format, but there is nothing here to represent it: it is left out, and listed. */
        UNSUPPORTED
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

    /**
     * {@code file:line:column path: rule, found X (remedy)}, always one line: what does not print is shown as an escape, and
     * very long parts, such as the text of a whole file in one name, are cut in the middle.
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(printable(location.toString()));
        if (!path.isEmpty()) {
            text.append(' ').append(printable(path));
        }
        text.append(": ");
        text.append(
                switch (severity) {
                    case ERROR -> "";
                    case WARNING -> "warning: ";
                    case UNSUPPORTED -> "left out: ";
                });
        text.append(printable(rule));
        if (!found.isEmpty()) {
            text.append(", found ").append(printable(found));
        }
        if (!remedy.isEmpty()) {
            text.append(" (").append(printable(remedy)).append(')');
        }
        return text.toString();
    }

    private static String printable(String part) {
        int cut = Math.max(0, part.length() - MAX_PART);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            if (cut > 0 && i == MAX_PART / 2) {
                text.append(" … ");
                i += cut;
            }
            appendPrintable(part.charAt(i), text);
        }
        return text.toString();
    }

    private static void appendPrintable(char c, StringBuilder text) {
        switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                text.append(c == '\n' ? "\\n" : c == '\t' ? "\\t" : String.format(Locale.ROOT, "\\u%04X", (int) c));
            default -> text.append(c);
        }
    }
}
