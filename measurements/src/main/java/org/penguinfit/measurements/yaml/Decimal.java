package org.penguinfit.measurements.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A decimal number as written; the power of ten stays apart, so that a common one can be applied without rounding twice.
 *
 * @param start index of its first character in the value string
 * @param negative true if a minus sign stands before it
 * @param digits digits with at most one point
 * @param exponent its own power of ten, or null if it has none
 */
record Decimal(
        int start,
        boolean negative,
        String digits,
        @Nullable Integer exponent) {
    /** True if the other is this same number of the text, not merely an equal one. */
    boolean isSameAs(@Nullable Decimal other) {
        return other != null && start == other.start;
    }

    boolean hasExponent() {
        return exponent != null;
    }

    /** Number of digits behind the point. */
    int decimals() {
        int point = digits.indexOf('.');
        return point < 0 ? 0 : digits.length() - point - 1;
    }

    boolean hasPoint() {
        return digits.indexOf('.') >= 0;
    }

    /** The number times a power of ten, correctly rounded; may overflow to infinity. −0 is 0. */
    double times(int power) {
        int own = exponent == null ? 0 : exponent;
        double size = Double.parseDouble(digits + "e" + (own + power));
        return negative && size != 0 ? -size : size;
    }

    double value() {
        return times(0);
    }

    /** These digits counted in units of the last decimal of another number: the 3 of {@code 1.67(3)} is 0.03. */
    Decimal inLastDigitsOf(Decimal other) {
        return new Decimal(start, negative, digits, -other.decimals());
    }

    /** Without its own power of ten. */
    Decimal withoutExponent() {
        return new Decimal(start, negative, digits, null);
    }
}
