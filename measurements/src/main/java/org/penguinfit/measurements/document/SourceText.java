package org.penguinfit.measurements.document;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The characters of a file, kept to find the place of a character inside a scalar. */
final class SourceText {
    private final String text;
    private final int[] lineStarts;

    /** True if some code points take two characters. */
    private final boolean wide;

    SourceText(String text) {
        this.text = text;
        this.lineStarts = starts(text);
        this.wide = text.codePointCount(0, text.length()) < text.length();
    }

    private static int[] starts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            if (endsLine(text, i)) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * lines);
                }
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    /** The line breaks that the YAML parser counts; CR LF is one, ended by its LF. */
    private static boolean endsLine(String text, int i) {
        return switch (text.charAt(i)) {
            case '\n', '\u0085', '\u2028', '\u2029' -> true;
            case '\r' -> i + 1 == text.length() || text.charAt(i + 1) != '\n';
            default -> false;
        };
    }

    /**
     * Walks text and file side by side, character by character, passing over blanks: folding and indentation change
     * nothing but blanks, so the n-th visible character of the scalar is the n-th visible one of the file. Escapes of
     * quoted scalars count as the characters they stand for.
     */
    Location locate(Location start, String scalar, int offset) {
        if (start.line() < 1 || start.line() > lineStarts.length) {
            return start;
        }
        int behind = Math.min(offset, scalar.length());
        int visible = 0;
        int blanks = 0;
        for (int i = 0; i < behind; i++) {
            boolean blank = Character.isWhitespace(scalar.charAt(i));
            visible += blank ? 0 : 1;
            blanks = blank ? blanks + 1 : 0;
        }
        ScalarWalk walk = new ScalarWalk(text, position(start));
        for (int i = 0; i < visible; i++) {
            walk.next();
        }
        boolean onBlank = behind == scalar.length() || Character.isWhitespace(scalar.charAt(behind));
        return place(start.file(), onBlank ? walk.afterBlanks(blanks) : walk.nextVisible());
    }

    /** The characters from a place up to the next blank; empty if the place is not in the text. */
    String wordAt(Location at) {
        if (at.line() < 1 || at.line() > lineStarts.length) {
            return "";
        }
        int start = position(at);
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    /** The start of the first line that is too long, or null. */
    @Nullable
    Location firstLineLongerThan(int characters, String file) {
        for (int line = 0; line < lineStarts.length; line++) {
            if (endOfLine(line + 1) - lineStarts[line] > characters + 1) {
                return new Location(file, line + 1, 1);
            }
        }
        return null;
    }

    /** The place behind the last character. */
    Location end(String file) {
        return place(file, text.length());
    }

    /** Index into the text; columns of the YAML parser count code points. */
    private int position(Location start) {
        int line = lineStarts[start.line() - 1];
        if (!wide) {
            return Math.min(line + start.column() - 1, text.length());
        }
        int column = Math.min(start.column() - 1, text.codePointCount(line, endOfLine(start.line())));
        return text.offsetByCodePoints(line, column);
    }

    /** Number of lines, at least 1. */
    int lines() {
        return lineStarts.length;
    }

    /** Index of the first character of a line, from 1. */
    int startOfLine(int line) {
        return lineStarts[line - 1];
    }

    char charAt(int index) {
        return text.charAt(index);
    }

    int codePointAt(int index) {
        return text.codePointAt(index);
    }

    /** Index behind the last character of a line and its line break. */
    int endOfLine(int line) {
        return line < lineStarts.length ? lineStarts[line] : text.length();
    }

    private Location place(String file, int position) {
        int line = Arrays.binarySearch(lineStarts, position);
        if (line < 0) {
            line = -line - 2;
        }
        return new Location(file, line + 1, text.codePointCount(lineStarts[line], position) + 1);
    }
}
