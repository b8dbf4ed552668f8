package org.penguinfit.measurements.document;

/**
 * A scalar as written.
 *
 * @param kind what YAML takes it for; a number in quotes is TEXT
 * @param text the characters, without quotes
 */
public record ScalarNode(Location location, KeyPath place, Kind kind, String text, SourceText source) implements Node {
    /** What YAML takes a scalar for. */
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /** True if the text is a decimal number; {@code 1e-5}, a string for YAML 1.1 readers, is one, {@code 1_000} and {@code 0x1F} are not. */
    public boolean isNumber() {
        return kind != Kind.BOOLEAN && kind != Kind.NULL && DecimalText.isDecimal(text);
    }

    /**
     * The number.
     *
     * @throws NumberFormatException unless {@link #isNumber()}
     */
    public double number() {
        if (!isNumber()) {
            throw new NumberFormatException(text);
        }
        return Double.parseDouble(text);
    }

    /** A text that stands in no file, such as a command-line argument. */
    public static ScalarNode text(Location location, String text) {
        return new ScalarNode(location, KeyPath.ROOT, Kind.TEXT, text, new SourceText(""));
    }

    /** The same scalar at another place, such as a command-line option that replaces a value of a file. */
    public ScalarNode at(Location newLocation, String newPath) {
        return new ScalarNode(newLocation, KeyPath.of(newPath), kind, text, source);
    }

    /**
     * The place in the file of one character of the text, also inside quoted, literal and folded scalars, where line
     * breaks and indentation of the file are not those of the text.
     *
     * @param offset index into {@link #text()}, 0 to its length
     */
    public Location locate(int offset) {
        return source.locate(location, text, offset);
    }

    @Override
    public String describe() {
        if (kind == Kind.NULL) {
            return "nothing";
        }
        String shown = text.length() > 60 ? text.substring(0, 57) + "..." : text;
        shown = shown.replace("\n", "\\n");
        return kind == Kind.TEXT ? "'" + shown + "'" : shown;
    }
}
