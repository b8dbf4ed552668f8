package org.penguinfit.measurements.exchange.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The decimal number of the fewest digits that reads back to a double, which that of the JDK 17 not always is. */
public final class ShortestNumber {
    /** Every double is determined by 17 digits. */
    private static final int MOST_DIGITS = 17;

    private ShortestNumber() {}

    /** The digits; {@code value} is finite. */
    public static BigDecimal decimal(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    /**
     * As YAML 1.1 and 1.2 both read it as a number: {@code 6}, {@code 0.25}, {@code 1.0e-5}, {@code 1.5e+12}.
     *
     * @param value finite
     */
    public static String text(double value) {
        BigDecimal decimal = decimal(value);
        int power = power(decimal);
        if (decimal.signum() == 0) {
            return "0";
        }
        if (power >= -3 && power < 6) {
            return decimal.toPlainString();
        }
        String mantissa = decimal.scaleByPowerOfTen(-power).toPlainString();
        return (mantissa.indexOf('.') < 0 ? mantissa + ".0" : mantissa) + (power < 0 ? "e-" : "e+") + Math.abs(power);
    }

    /** Power of ten of the leading digit; 0 of zero. */
    static int power(BigDecimal decimal) {
        return decimal.signum() == 0 ? 0 : decimal.precision() - decimal.scale() - 1;
    }
}
