package org.penguinfit.fits.plot.build;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A number with its uncertainties as LaTeX, to two digits of the smaller one. */
final class NumberTex {
    /** From here on, or below, a power of ten stands behind the number. */
    private static final int LARGE = 4;

    private static final int SMALL = -3;
    private static final int DIGITS = 2;
    private static final int ALONE = 4;

    private NumberTex() {}

    /**
     * LaTeX in text mode, such as {@code $(4.39\pm0.70)\,10^{-6}$}.
     *
     * @param value finite
     * @param minus downwards; 0 or NaN: none
     * @param plus upwards; 0 or NaN: none
     */
    static String of(double value, double minus, double plus) {
        boolean uncertain = minus > 0 && plus > 0 && Double.isFinite(minus) && Double.isFinite(plus);
        double largest = uncertain ? Math.max(Math.abs(value), Math.max(minus, plus)) : Math.abs(value);
        int power = largest > 0 ? (int) Math.floor(Math.log10(largest)) : 0;
        int exponent = power >= LARGE || power < SMALL ? power : 0;
        if (!uncertain) {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(ALONE, RoundingMode.HALF_EVEN));
            return factor(fixed(rounded.doubleValue(), exponent, Math.max(0, ALONE - 1 - power + exponent)), exponent);
        }
        int decimals = Math.max(0, DIGITS - 1 - (int) Math.floor(Math.log10(Math.min(minus, plus))) + exponent);
        String low = fixed(minus, exponent, decimals);
        String high = fixed(plus, exponent, decimals);
        String sides = low.equals(high) ? "\\pm" + high : "^{+" + high + "}_{-" + low + "}";
        String body = fixed(value, exponent, decimals) + sides;
        return factor(exponent == 0 || !low.equals(high) ? body : "(" + body + ")", exponent);
    }

    private static String fixed(double number, int exponent, int decimals) {
        return new BigDecimal(number)
                .scaleByPowerOfTen(-exponent)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String factor(String body, int exponent) {
        return "$" + body + (exponent == 0 ? "" : "\\,10^{" + exponent + "}") + "$";
    }
}
