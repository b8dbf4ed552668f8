package org.penguinfit.likelihoods.expression;

import org.penguinfit.likelihoods.expression.Token.Kind;

/** Cuts a formula into tokens, one ahead of the parser. */
final class Lexer {
    private final String text;
    private int position;
    private Token current;

    Lexer(String text) throws SyntaxError {
        this.text = text;
        this.current = scan();
    }

    /** The token to be read next. */
    Token peek() {
        return current;
    }

    /** Takes the next token. */
    Token take() throws SyntaxError {
        Token taken = current;
        if (taken.kind() != Kind.END) {
            current = scan();
        }
        return taken;
    }

    /** Takes the next token if it is this symbol. */
    boolean takeIf(String symbol) throws SyntaxError {
        if (!current.is(symbol)) {
            return false;
        }
        take();
        return true;
    }

    static boolean startsName(char c) {
        return Character.isLetter(c) || c == '_';
    }

    static boolean continuesName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private Token scan() throws SyntaxError {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        int start = position;
        if (start == text.length()) {
            return new Token(Kind.END, start, "", 0);
        }
        char c = text.charAt(start);
        if (isDigit(start) || (c == '.' && isDigit(start + 1))) {
            return number(start);
        }
        if (startsName(c)) {
            while (position < text.length() && continuesName(text.charAt(position))) {
                position++;
            }
            return new Token(Kind.NAME, start, text.substring(start, position), 0);
        }
        if (c == '"') {
            return quoted(start);
        }
        return symbol(start, c);
    }

    private boolean isDigit(int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private void digits() {
        while (isDigit(position)) {
            position++;
        }
    }

    private Token number(int start) throws SyntaxError {
        digits();
        if (position < text.length() && text.charAt(position) == '.') {
            position++;
            digits();
        }
        if (position < text.length() && (text.charAt(position) == 'e' || text.charAt(position) == 'E')) {
            int digit = position + 1;
            if (digit < text.length() && (text.charAt(digit) == '+' || text.charAt(digit) == '-')) {
                digit++;
            }
            if (isDigit(digit)) {
                position = digit;
                digits();
            }
        }
        String written = text.substring(start, position);
        double value = Double.parseDouble(written);
        if (Double.isInfinite(value)) {
            throw new SyntaxError(start, "number is too large", written, "the largest is about 1.8e308");
        }
        return new Token(Kind.NUMBER, start, written, value);
    }

    private Token quoted(int start) throws SyntaxError {
        int end = text.indexOf('"', start + 1);
        if (end < 0) {
            throw new SyntaxError(start, "quote is never closed", "", "add '\"' behind the observable's name");
        }
        position = end + 1;
        return new Token(Kind.QUOTED, start, text.substring(start + 1, end), 0);
    }

    private Token symbol(int start, char c) throws SyntaxError {
        String two = start + 1 < text.length() ? text.substring(start, start + 2) : "";
        if (two.equals("**")) {
            throw new SyntaxError(start, "unknown operator", "'**'", "a power is written a^b");
        }
        if (two.equals("==") || two.equals("!=")) {
            position += 2;
            return new Token(Kind.SYMBOL, start, two, 0);
        }
        if ("+-*/^()[],:<>".indexOf(c) >= 0) {
            position++;
            return new Token(Kind.SYMBOL, start, String.valueOf(c), 0);
        }
        String shown = Character.isHighSurrogate(c) && !two.isEmpty() ? two : String.valueOf(c);
        throw new SyntaxError(start, "unexpected character", "'" + shown + "'", remedy(c));
    }

    private static String remedy(char c) {
        return switch (c) {
            case '−', '–', '—' -> "write the ASCII minus '-'";
            case '×', '·', '⋅' -> "write '*' for a product";
            case '²' -> "write '^2'";
            case '\'' -> "quote an observable's name like \"BR(B+->Knunu)\"";
            case '=', '!' -> "a comparison, == or !=, may stand only in the condition of a sum";
            case '{', '}' -> "use ( ) to group and [ ] for indices";
            default -> "";
        };
    }
}
