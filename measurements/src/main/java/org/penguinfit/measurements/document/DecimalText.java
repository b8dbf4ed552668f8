package org.penguinfit.measurements.document;

/**
 * Tells decimal numbers from other texts in one pass: a sign, digits with at most one point, a power of ten. A regular
 * expression would try every way to share long rows of digits between its parts.
 */
final class DecimalText {
    private final String text;
    private int position;

    private DecimalText(String text) {
        this.text = text;
    }

    /** True for {@code 1}, {@code -1.5}, {@code .5}, {@code 1.} and {@code +1.0E-3}, false for {@code 1_000} or {@code e5}. */
    static boolean isDecimal(String text) {
        return new DecimalText(text).isDecimal();
    }

    private boolean isDecimal() {
        acceptAny("+-");
        int digits = digits();
        if (acceptAny(".")) {
            digits += digits();
        }
        if (digits == 0) {
            return false;
        }
        if (acceptAny("eE")) {
            acceptAny("+-");
            if (digits() == 0) {
                return false;
            }
        }
        return position == text.length();
    }

    private boolean acceptAny(String characters) {
        boolean next = position < text.length() && characters.indexOf(text.charAt(position)) >= 0;
        position += next ? 1 : 0;
        return next;
    }

    private int digits() {
        int start = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        return position - start;
    }
}
