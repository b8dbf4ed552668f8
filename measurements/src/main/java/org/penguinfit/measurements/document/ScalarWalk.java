package org.penguinfit.measurements.document;

/** Steps through the visible characters of one scalar as the file writes them: plain, quoted, literal or folded. */
final class ScalarWalk {
    private final String text;
    private final char quote;
    private int position;
    private int pending;

    /**
     * @param start index of the scalar's first character: its quote, its {@code |} or {@code >}, or its text
     */
    ScalarWalk(String text, int start) {
        this.text = text;
        char first = start < text.length() ? text.charAt(start) : ' ';
        this.quote = first == '"' || first == '\'' ? first : 0;
        this.position = start;
        if (quote != 0) {
            position++;
        } else if (first == '|' || first == '>') {
            int end = text.indexOf('\n', start);
            position = end < 0 ? start : end + 1;
        }
    }

    /** Passes over the next visible character. */
    void next() {
        if (pending > 0) {
            pending--;
            return;
        }
        position = nextVisible();
        if (position < text.length()) {
            position += width();
        }
    }

    /** Index of the next visible character, or the end of the text. */
    int nextVisible() {
        int at = position;
        while (at < text.length() && isBlank(at)) {
            at += blankWidth(at);
        }
        return at;
    }

    /** Index behind the last visible character and some blanks that follow it on its line. */
    int afterBlanks(int blanks) {
        int at = position;
        for (int i = 0; i < blanks && at < text.length(); i++) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\t') {
                break;
            }
            at++;
        }
        return at;
    }

    private boolean isEscape(int at) {
        return quote == '"' && text.charAt(at) == '\\' && at + 1 < text.length();
    }

    private boolean isBlank(int at) {
        if (isEscape(at)) {
            char letter = text.charAt(at + 1);
            return Character.isWhitespace(letter) || "ntrvfLP".indexOf(letter) >= 0 || blankCode(at);
        }
        return Character.isWhitespace(text.charAt(at));
    }

    private boolean blankCode(int at) {
        int digits = codeDigits(text.charAt(at + 1));
        return digits > 0 && Character.isWhitespace(code(at, digits));
    }

    private int blankWidth(int at) {
        return isEscape(at) ? 2 + codeDigits(text.charAt(at + 1)) : 1;
    }

    /** Characters of the file that make the visible character at the position. */
    private int width() {
        if (isEscape(position)) {
            int digits = codeDigits(text.charAt(position + 1));
            if (digits > 0) {
                pending = Character.charCount(Math.max(0, code(position, digits))) - 1;
            }
            return 2 + digits;
        }
        return quote == '\'' && text.startsWith("''", position) ? 2 : 1;
    }

    private static int codeDigits(char letter) {
        return switch (letter) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
    }

    private int code(int at, int digits) {
        int end = Math.min(at + 2 + digits, text.length());
        int code = 0;
        for (int i = at + 2; i < end; i++) {
            code = 16 * code + Math.max(0, Character.digit(text.charAt(i), 16));
        }
        return code;
    }
}
