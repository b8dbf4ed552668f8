package org.penguinfit.fits.task;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.fits.config.PrintedText;
import org.penguinfit.fits.config.PrintedText.Form;

/**
 * A printed number beside the computed one.
 *
 * @param number as printed; null where the result has a number more than the paper
 * @param value as computed, exact; null where it has one less, or a set is not symmetric about 0 as the paper says
 * @param agrees whether ours is the printed number if rounded as the paper rounds, or lies where the paper says
 */
record PrintedComparison(
        @Nullable BigDecimal number, @Nullable Double value, boolean agrees) {
    /** Ends of a set that differ by less of their size lie symmetrically about 0: both are roots found to rounding. */
    private static final double SYMMETRIC = 1e-6;

    /**
     * A set.
     *
     * @param step what the paper rounds to; 0: to the last digit that it prints
     */
    static List<PrintedComparison> of(PrintedText text, IntervalSet set, double step) {
        return pairs(text.numbers(), numbers(text.form(), set), step);
    }

    private static List<Double> numbers(Form form, IntervalSet set) {
        List<Interval> segments = set.segments();
        if (segments.isEmpty()) {
            return List.of();
        }
        return switch (form) {
            case ABSOLUTE_SEGMENT -> absolute(segments);
            case ABSOLUTE_BELOW -> absolute(segments).stream().skip(1).toList();
            case BELOW -> List.of(segments.get(segments.size() - 1).upper());
            case ABOVE -> List.of(segments.get(0).lower());
            default -> ends(segments);
        };
    }

    private static List<Double> ends(List<Interval> segments) {
        List<Double> ends = new ArrayList<>();
        for (Interval segment : segments) {
            ends.add(segment.lower());
            ends.add(segment.upper());
        }
        return ends;
    }

    /** From where to where |x| lies; empty for a set that is not symmetric about 0, or in more than two segments. */
    private static List<Double> absolute(List<Interval> segments) {
        Interval last = segments.get(segments.size() - 1);
        Interval first = segments.get(0);
        boolean symmetric = segments.size() <= 2
                && Math.abs(first.lower() + last.upper()) <= SYMMETRIC * last.upper()
                && Math.abs(first.upper() + last.lower()) <= SYMMETRIC * last.upper();
        if (!symmetric) {
            return List.of();
        }
        return List.of(segments.size() == 1 ? 0.0 : last.lower(), last.upper());
    }

    /** A value; the uncertainty counts where the paper prints one. */
    static List<PrintedComparison> of(PrintedText text, ComputedValue ours, double step) {
        double value = ours.value();
        double sigma = ours.sigma() == null ? Double.NaN : ours.sigma();
        return switch (text.form()) {
            case VALUE -> pairs(text.numbers(), List.of(value), step);
            case UNCERTAIN -> pairs(text.numbers(), List.of(value, sigma), step);
            case ASYMMETRIC -> pairs(text.numbers(), List.of(value, sigma, -sigma), step);
            case BELOW -> limits(text, value, step, false);
            case ABSOLUTE_BELOW -> limits(text, Math.abs(value), step, false);
            case ABSOLUTE_SEGMENT -> limits(text, Math.abs(value), step, true);
            case ABOVE, RANGE, SEGMENTS -> limits(text, value, step, true);
        };
    }

    /** Lower and upper ends in turn: the value, rounded as each of them is, must not lie beyond. */
    private static List<PrintedComparison> limits(PrintedText text, double value, double step, boolean fromBelow) {
        List<PrintedComparison> found = new ArrayList<>();
        boolean lower = fromBelow;
        for (BigDecimal number : text.numbers()) {
            int side = Double.isFinite(value)
                    ? PrintedText.rounded(value, number, step).compareTo(number)
                    : 0;
            found.add(new PrintedComparison(number, value, Double.isFinite(value) && (lower ? side >= 0 : side <= 0)));
            lower = !lower;
        }
        return found;
    }

    private static List<PrintedComparison> pairs(List<BigDecimal> printed, List<Double> ours, double step) {
        List<PrintedComparison> found = new ArrayList<>();
        for (int k = 0; k < Math.max(printed.size(), ours.size()); k++) {
            BigDecimal number = k < printed.size() ? printed.get(k) : null;
            Double value = k < ours.size() ? ours.get(k) : null;
            boolean agrees = number != null && value != null && PrintedText.rounds(value, number, step);
            found.add(new PrintedComparison(number, value, agrees));
        }
        return found;
    }
}
