package org.penguinfit.fits.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Rounding for people, after the Particle Data Group (PDG 2024, Introduction, section 5.3): of the three leading digits of
 * the uncertainty, 100–354 keep two, 355–949 keep one, 950–999 become 1000 and keep two; the value gets the same last
 * decimal. Numbers in results.json are never rounded.
 */
final class PdgRounding {
    /** From here on, plain decimals are harder to read than a power of ten. */
    private static final int MANY_DIGITS = 6;

    /** Below 10 to this power a rounded zero at the end deceives nobody: 0 ± 40, not (0 ± 4)e1. */
    private static final int FEW_DIGITS = 3;

    private PdgRounding() {}

    /** {@code value ± sigma}, rounded; with a common power of ten for very large or small numbers. */
    static String withUncertainty(double value, double sigma) {
        if (!(sigma > 0) || !Double.isFinite(sigma) || !Double.isFinite(value)) {
            return plain(value, 6);
        }
        int decimals = decimals(sigma);
        int exponent = commonExponent(Math.max(Math.abs(value), sigma), decimals);
        BigDecimal scaledValue = scaled(value, -exponent, decimals + exponent);
        BigDecimal scaledSigma = scaled(sigma, -exponent, decimals + exponent);
        String body = minus(scaledValue.toPlainString()) + " ± " + scaledSigma.toPlainString();
        return exponent == 0 ? body : "(" + body + ")e" + exponent;
    }

    /**
     * {@code value +plus −minus}, rounded by the smaller of the two, or {@code value ± sigma} if both are the same then; with
     * a common power of ten for very large or small numbers.
     */
    static String withSides(double value, double plus, double minus) {
        double smaller = Math.min(plus, minus);
        boolean usable = smaller > 0 && Double.isFinite(Math.max(plus, minus)) && Double.isFinite(value);
        int decimals = usable ? decimals(smaller) : 0;
        if (!usable || fixed(plus, decimals).equals(fixed(minus, decimals))) {
            return withUncertainty(value, smaller);
        }
        int exponent = commonExponent(Math.max(Math.abs(value), Math.max(plus, minus)), decimals);
        String body = fixed(value, decimals, exponent) + " +" + fixed(plus, decimals, exponent) + " −"
                + fixed(minus, decimals, exponent);
        return exponent == 0 ? body : "(" + body + ")e" + exponent;
    }

    /** Position of the last digit that the rule keeps: 2 means hundredths, −1 tens. */
    static int decimals(double sigma) {
        BigDecimal s = decimal(sigma).round(new MathContext(3, RoundingMode.HALF_UP));
        int leading = Integer.parseInt(s.unscaledValue().toString().concat("00").substring(0, 3));
        int power = s.precision() - s.scale() - 1; // of the first digit
        if (leading <= 354) {
            return 1 - power;
        }
        return -power; // 355–949 keep one digit; 950–999 round up to two digits of the next power, the same place
    }

    /** A number with so many significant digits, trailing zeros dropped. */
    static String plain(double value, int digits) {
        if (!Double.isFinite(value)) {
            return unbounded(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = decimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_UP))
                .stripTrailingZeros();
        int power = rounded.precision() - rounded.scale() - 1;
        if (power < -4 || power >= MANY_DIGITS) {
            String mantissa = rounded.movePointLeft(power).toPlainString();
            return minus(mantissa + "e" + power);
        }
        return minus(rounded.toPlainString());
    }

    /** A number with a fixed number of decimals; negative decimals round to tens, hundreds, … */
    static String fixed(double value, int decimals) {
        return fixed(value, decimals, 0);
    }

    /** The same in units of a power of ten: 1.234e-12 with 15 decimals and exponent −12 is 1.234. */
    static String fixed(double value, int decimals, int exponent) {
        if (!Double.isFinite(value)) {
            return unbounded(value);
        }
        int places = decimals + exponent;
        BigDecimal rounded = decimal(value).movePointLeft(exponent).setScale(places, RoundingMode.HALF_UP);
        if (rounded.signum() == 0) {
            rounded = BigDecimal.ZERO.setScale(Math.max(places, 0), RoundingMode.UNNECESSARY);
        }
        return minus(rounded.toPlainString());
    }

    private static String unbounded(double value) {
        return Double.isNaN(value) ? "not known" : value > 0 ? "∞" : "−∞";
    }

    private static int commonExponent(double largest, int decimals) {
        int power = (int) Math.floor(Math.log10(largest));
        boolean readable = power > -4 && power < MANY_DIGITS && (decimals >= 0 || power < FEW_DIGITS);
        return readable ? 0 : power;
    }

    /** The common power of ten of numbers up to {@code largest} with so many decimals; 0 if they read well without. */
    static int exponent(double largest, int decimals) {
        if (!(largest > 0) || !Double.isFinite(largest)) {
            return 0;
        }
        int power = (int) Math.floor(Math.log10(largest));
        return power < -4 || (power >= MANY_DIGITS && decimals <= 0) ? power : 0;
    }

    private static BigDecimal scaled(double value, int shift, int decimals) {
        return decimal(value).movePointRight(shift).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** The number as its shortest decimal text, so that 0.95 is halfway between 0.9 and 1.0 and rounds up. */
    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }

    private static String minus(String number) {
        return number.replace('-', '\u2212').replace("e\u2212", "e-");
    }
}
