package org.penguinfit.fits.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers that are 0 but for rounding of the computer, as people see them; results.json keeps them. */
final class Noise {
    /** Sums of floating-point numbers are exact to about this part of their terms: five units in the last place. */
    private static final double ROUNDING = 1e-15;

    /** A coordinate below this part of its uncertainty or of the others beside it is 0: minimisers do not place it better. */
    private static final double PLACE = 1e-12;

    private Noise() {}

    /** A value among those of a column of several quantities, such as branching ratios beside ratios: 0 if far below the largest. */
    static double among(double value, double largest) {
        return Math.abs(value) < ROUNDING * largest ? 0 : value;
    }

    /** A coordinate with an extent, such as its uncertainty or the range it was seen in. */
    static double place(double value, double extent) {
        return Math.abs(value) < PLACE * extent ? 0 : value;
    }

    /** The largest finite magnitude among the numbers of a column; 0 if it has none. */
    static double largest(List<? extends List<? extends @Nullable Object>> rows, int column) {
        double largest = 0;
        for (List<? extends @Nullable Object> row : rows) {
            if (row.get(column) instanceof Double number && Double.isFinite(number)) {
                largest = Math.max(largest, Math.abs(number));
            }
        }
        return largest;
    }
}
