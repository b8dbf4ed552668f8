package org.penguinfit.measurements.document;

/** The characters of a file, kept to find the place of a character inside a scalar. */
final class SourceText {
    private final String text;
    private final int[] lineStarts;

    SourceText(String text) {
        this.text = text;
        this.lineStarts = starts(text);
    }

    private static int[] starts(String text) {
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                lines++;
            }
        }
        int[] starts = new int[lines];
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                starts[line++] = i + 1;
            }
        }
        return starts;
    }

    /**
     * Walks text and file side by side, character by character, passing over blanks: folding and indentation change
     * nothing but blanks, so the n-th visible character of the scalar is the n-th visible one of the file.
     */
    Location locate(Location start, String scalar, int offset) {
        if (start.line() < 1 || start.line() > lineStarts.length) {
            return start;
        }
        int visible = 0;
        int behind = Math.min(offset, scalar.length());
        for (int i = 0; i < behind; i++) {
            if (!Character.isWhitespace(scalar.charAt(i))) {
                visible++;
            }
        }
        boolean atEnd = behind == scalar.length();
        int position = contentStart(lineStarts[start.line() - 1] + start.column() - 1);
        int last = position;
        while (position < text.length()) {
            if (!Character.isWhitespace(text.charAt(position))) {
                if (visible == 0) {
                    break;
                }
                visible--;
                last = position + 1;
            }
            position++;
        }
        return place(start.file(), atEnd || position >= text.length() ? last : position);
    }

    /** Passes over an opening quote, or over the header line of a literal or folded scalar. */
    private int contentStart(int position) {
        if (position >= text.length()) {
            return position;
        }
        char first = text.charAt(position);
        if (first == '"' || first == '\'') {
            return position + 1;
        }
        if (first == '|' || first == '>') {
            int end = text.indexOf('\n', position);
            return end < 0 ? position : end + 1;
        }
        return position;
    }

    private Location place(String file, int position) {
        int line = java.util.Arrays.binarySearch(lineStarts, position);
        if (line < 0) {
            line = -line - 2;
        }
        return new Location(file, line + 1, position - lineStarts[line] + 1);
    }
}
