package org.penguinfit.measurements.document;

/**
 * Sizes of numbers in input files. Squares, products and ratios of numbers within these bounds, such as variances, stay within
 * those of a double, so that no arithmetic behind the readers overflows to infinity or underflows to 0.
 */
public final class Magnitude {
    /** What must hold. */
    public static final String RULE = "a number must be 0 or lie between 1e-100 and 1e100";

    private static final double LARGEST = 1e100;
    private static final double SMALLEST = 1e-100;

    private Magnitude() {}

    /** True for 0 and for sizes from 1e-100 to 1e100. */
    public static boolean isSensible(double number) {
        return number == 0 || (Math.abs(number) >= SMALLEST && Math.abs(number) <= LARGEST);
    }
}
