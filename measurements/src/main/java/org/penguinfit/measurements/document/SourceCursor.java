package org.penguinfit.measurements.document;

/**
 * Finds the character at a line and column while places are asked for in the order of the file. Columns count code points,
 * of which some are two characters; counting them from the start of the line for every place would take the square of a long
 * line's length.
 */
final class SourceCursor {
    private final SourceText source;
    private int line = 1;
    private int column = 1;
    private int index;

    SourceCursor(SourceText source) {
        this.source = source;
    }

    /** The character at a place, or a blank if there is none. */
    char at(int atLine, int atColumn) {
        if (atLine < 1 || atLine > source.lines()) {
            return ' ';
        }
        if (atLine != line || atColumn < column) {
            line = atLine;
            column = 1;
            index = source.startOfLine(atLine);
        }
        int end = source.endOfLine(line);
        while (column < atColumn && index < end) {
            index += Character.charCount(source.codePointAt(index));
            column++;
        }
        return index < end ? source.charAt(index) : ' ';
    }
}
