package org.penguinfit.fits.plot.draw;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.penguinfit.fits.plot.Axis.Range;
import org.penguinfit.fits.plot.draw.Ticks.Tick;

/** Ticks at the beginnings of years, or of months where little time is shown. */
final class DateTicks {
    private static final double DAYS_PER_MONTH = 365.2425 / 12;

    private DateTicks() {}

    /**
     * Ticks of an axis of dates.
     *
     * @param range days since 1970-01-01
     * @param most how many labels have room
     */
    static Ticks find(Range range, int most) {
        double months = (range.high() - range.low()) / DAYS_PER_MONTH;
        int[] steps = {1, 2, 3, 6, 12, 24, 60, 120, 240};
        int[] parts = {1, 2, 3, 6, 4, 2, 5, 10, 4};
        int chosen = 0;
        while (chosen < steps.length - 1 && steps[chosen] * most < months) {
            chosen++;
        }
        List<Tick> major = new ArrayList<>();
        for (LocalDate at : beginnings(range, steps[chosen])) {
            major.add(new Tick(at.toEpochDay(), label(at, steps[chosen])));
        }
        List<Double> minor = new ArrayList<>();
        for (LocalDate at : beginnings(range, Math.max(1, steps[chosen] / parts[chosen]))) {
            minor.add((double) at.toEpochDay());
        }
        return new Ticks(major, minor, 0);
    }

    private static String label(LocalDate at, int step) {
        if (step >= 12) {
            return Integer.toString(at.getYear());
        }
        return Month.from(at).getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + at.getYear();
    }

    /** First days of every {@code step}th month counted from a January of year 0 that lie in the range. */
    private static List<LocalDate> beginnings(Range range, int step) {
        LocalDate first = LocalDate.ofEpochDay((long) Math.ceil(range.low()));
        long months = Math.floorDiv(first.getYear() * 12L + first.getMonthValue() - 1, step) * step;
        LocalDate at = LocalDate.of(0, 1, 1).plusMonths(months);
        List<LocalDate> found = new ArrayList<>();
        for (; at.toEpochDay() <= range.high(); at = at.plusMonths(step)) {
            if (at.toEpochDay() >= range.low()) {
                found.add(at);
            }
        }
        return found;
    }
}
