package org.penguinfit.measurements.yaml;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the words of a value string one after the other: signs, numbers, powers of ten. */
final class ValueScanner {
    private static final char MINUS = '\u2212';
    private static final int MAX_EXPONENT_DIGITS = 3;

    /** Characters that are looked at for the at most 20 that a message shows. */
    private static final int LONGEST_FOUND = 100;

    private final String text;
    private int position;

    ValueScanner(String text) {
        this.text = text;
    }

    int position() {
        return position;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    /** The next character, or NUL at the end. */
    char peek() {
        return peek(0);
    }

    private char peek(int ahead) {
        return position + ahead < text.length() ? text.charAt(position + ahead) : '\0';
    }

    void skipBlanks() {
        while (!atEnd() && (Character.isWhitespace(peek()) || Character.isSpaceChar(peek()))) {
            position++;
        }
    }

    /** Passes over a word if it stands next. */
    boolean accept(String word) {
        if (text.startsWith(word, position)) {
            position += word.length();
            return true;
        }
        return false;
    }

    boolean acceptMinus() {
        if (peek() == '-' || peek() == MINUS) {
            position++;
            return true;
        }
        return false;
    }

    boolean nextIsMinus() {
        return peek() == '-' || peek() == MINUS;
    }

    /** Goes back to a place passed before. */
    void backTo(int earlier) {
        position = earlier;
    }

    Misread misread(String rule, String remedy) {
        return misreadAt(position, rule, remedy);
    }

    Misread misreadAt(int offset, String rule, String remedy) {
        return new Misread(offset, rule, found(offset), remedy);
    }

    /** What stands at a place, for a message. */
    String found(int offset) {
        if (offset >= text.length()) {
            return "the end of the text";
        }
        int end = Math.min(text.length(), offset + LONGEST_FOUND);
        String rest = text.substring(offset, end).replace('\n', ' ').strip();
        return "'" + (rest.length() > 20 ? rest.substring(0, 20) + "..." : rest) + "'";
    }

    /** A number with an optional sign. */
    Decimal signedNumber(String what) throws Misread {
        int start = position;
        boolean negative = acceptMinus();
        if (!negative) {
            accept("+");
        }
        Decimal number = number(what);
        return new Decimal(start, negative, number.digits(), number.exponent());
    }

    /** A number without a sign; a power of ten belongs to it only if it touches it. */
    Decimal number(String what) throws Misread {
        int start = position;
        int digits = digits();
        if (peek() == '.') {
            position++;
            digits += digits();
        }
        if (digits == 0) {
            throw misreadAt(start, what + " is expected", "");
        }
        String mantissa = text.substring(start, position);
        Decimal number = new Decimal(start, false, mantissa, touchingExponent());
        if (!Double.isFinite(number.value())) {
            throw misreadAt(start, "a number must be below 1.8e308", "");
        }
        return number;
    }

    private int digits() {
        int start = position;
        while (peek() >= '0' && peek() <= '9') {
            position++;
        }
        return position - start;
    }

    private @Nullable Integer touchingExponent() throws Misread {
        if (peek() != 'e' && peek() != 'E') {
            return null;
        }
        char sign = peek(1);
        char next = sign == '-' || sign == '+' || sign == MINUS ? peek(2) : sign;
        if (next < '0' || next > '9') {
            return null;
        }
        position++;
        return signedInteger();
    }

    private int signedInteger() throws Misread {
        boolean negative = acceptMinus();
        if (!negative) {
            accept("+");
        }
        int start = position;
        int count = digits();
        if (count == 0) {
            throw misreadAt(start, "an exponent is expected", "write e-5 or 10^-5");
        }
        if (count > MAX_EXPONENT_DIGITS) {
            throw misreadAt(start, "an exponent has at most " + MAX_EXPONENT_DIGITS + " digits", "");
        }
        int value = Integer.parseInt(text.substring(start, position));
        return negative ? -value : value;
    }

    /** A power of ten that stands for itself, such as {@code e-5}, {@code 1e-5}, {@code × 10^-5}, {@code *10^(-5)}; null if none does. */
    @Nullable
    Integer powerOfTen() throws Misread {
        int start = position;
        skipBlanks();
        boolean times = accept("\\times") || accept("\\cdot");
        times = times || accept("×") || accept("·") || accept("x") || accept("*");
        skipBlanks();
        if (accept("10")) {
            return powerAfterTen();
        }
        if (accept("1e") || accept("1E") || accept("e") || accept("E")) {
            return exponent();
        }
        if (times) {
            throw misread("a power of ten is expected", "write × 10^-5 or e-5");
        }
        position = start;
        return null;
    }

    private int powerAfterTen() throws Misread {
        skipBlanks();
        if (!accept("^") && !accept("**")) {
            throw misread("'^' is expected after 10", "write 10^-5");
        }
        return exponent();
    }

    private int exponent() throws Misread {
        skipBlanks();
        String closing = accept("(") ? ")" : accept("{") ? "}" : "";
        skipBlanks();
        int exponent = signedInteger();
        if (!closing.isEmpty()) {
            skipBlanks();
            expect(closing);
        }
        return exponent;
    }

    void expect(String word) throws Misread {
        if (!accept(word)) {
            throw misread("'" + word + "' is expected", "");
        }
    }

    /** A word in brackets that starts with a letter, such as {@code (stat.)}; null if none stands next. */
    @Nullable
    String label() throws Misread {
        int start = position;
        skipBlanks();
        if (!accept("(") || !Character.isLetter(peek())) {
            position = start;
            return null;
        }
        int end = text.indexOf(')', position);
        if (end < 0) {
            throw misreadAt(text.length(), "')' is expected", "");
        }
        String word = text.substring(position, end).strip().toLowerCase(Locale.ROOT);
        position = end + 1;
        return UncertaintyLabels.canonical(word);
    }

    /** Refuses anything that still follows. */
    void expectEnd() throws Misread {
        skipBlanks();
        if (!atEnd()) {
            String remedy = switch (peek()) {
                case '%' -> "write the power of ten e-2";
                case ',' -> "write a decimal point, not a comma";
                default -> "";
            };
            throw misread("nothing more is expected", remedy);
        }
    }
}
