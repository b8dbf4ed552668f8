package org.penguinfit.measurements.document;

/**
 * A place in an input file.
 *
 * @param file the file as the user named it, or the resource path of a packaged file
 * @param line line, from 1; 0 when the whole file is meant
 * @param column column in characters, from 1; 0 when the whole file is meant
 */
public record Location(String file, int line, int column) {
    /** The file as a whole. */
    public static Location wholeFile(String file) {
        return new Location(file, 0, 0);
    }

    /** {@code file:line:column}, or the file alone when no line is known. */
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ":" + column : file;
    }
}
