package org.penguinfit.likelihoods.theory;

import java.util.Locale;

/**
 * The values a parameter may take, both ends included.
 *
 * @param low lower end, may be −∞
 * @param high upper end, above {@code low}, may be +∞
 */
public record Range(double low, double high) {
    public Range {
        if (!(low < high)) {
            throw new IllegalArgumentException("a range needs low < high, found " + low + ":" + high);
        }
    }

    /** True if a value lies in the range or on its ends. */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    /** As written in files: {@code low:high}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s:%s", low, high);
    }
}
