package org.penguinfit.fits.plot;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An axis. Its numbers are in {@link #unit}; those of a date axis are days since 1970-01-01
 * ({@link LocalDate#toEpochDay()}), those of an axis of names their index, from 0.
 *
 * @param label LaTeX
 * @param unit LaTeX, without brackets; empty if there is none
 * @param scale how numbers become places
 * @param range what is shown; null: what the marks need
 * @param names LaTeX labels of an axis of names; empty for the other scales
 */
public record Axis(
        String label, String unit, Scale scale, @Nullable Range range, List<String> names) {
    /** How numbers become places. */
    public enum Scale {
        LINEAR,
        /** Base 10; numbers that are not positive are not drawn. */
        LOG,
        DATE,
        /** One name at each whole number. On a vertical axis the first is at the top. */
        NAMES
    }

    /**
     * What an axis shows.
     *
     * @param low left or lower end, finite
     * @param high right or upper end, above {@code low}
     */
    public record Range(double low, double high) {
        public Range {
            if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
                throw new IllegalArgumentException("no range of an axis: " + low + " to " + high);
            }
        }
    }

    public Axis {
        names = List.copyOf(names);
        if (names.isEmpty() == (scale == Scale.NAMES)) {
            throw new IllegalArgumentException("an axis has names if and only if its scale is NAMES");
        }
        if (scale == Scale.LOG && range != null && range.low() <= 0) {
            throw new IllegalArgumentException("a logarithmic axis must begin above 0, not at " + range.low());
        }
    }

    /** A linear axis that shows what the marks need. */
    public static Axis linear(String label, String unit) {
        return new Axis(label, unit, Scale.LINEAR, null, List.of());
    }

    /** A logarithmic axis that shows what the marks need. */
    public static Axis log(String label, String unit) {
        return new Axis(label, unit, Scale.LOG, null, List.of());
    }

    /** An axis of dates that shows what the marks need. */
    public static Axis dates(String label) {
        return new Axis(label, "", Scale.DATE, null, List.of());
    }

    /** An axis of names, the first at 0. */
    public static Axis names(String label, List<String> names) {
        return new Axis(label, "", Scale.NAMES, null, names);
    }

    /** The same showing {@code low} to {@code high}. */
    public Axis withRange(double low, double high) {
        return new Axis(label, unit, scale, new Range(low, high), names);
    }
}
