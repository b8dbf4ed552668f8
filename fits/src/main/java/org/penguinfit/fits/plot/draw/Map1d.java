package org.penguinfit.fits.plot.draw;

import org.penguinfit.fits.plot.Axis.Range;
import org.penguinfit.fits.plot.Axis.Scale;

/**
 * From numbers of an axis to places on paper.
 *
 * @param range what the axis shows
 * @param logarithmic base 10
 * @param start place of the low end
 * @param end place of the high end; may lie before {@code start}
 */
record Map1d(Range range, boolean logarithmic, double start, double end) {
    static Map1d of(Range range, Scale scale, double start, double end) {
        return new Map1d(range, scale == Scale.LOG, start, end);
    }

    /** The place of a number; NaN if it has none. */
    double at(double value) {
        double part = logarithmic
                ? Math.log(value / range.low()) / Math.log(range.high() / range.low())
                : (value - range.low()) / (range.high() - range.low());
        return start + part * (end - start);
    }

    /** The same, but infinite numbers and those far outside lie just outside, so that no path becomes huge. */
    double clamped(double value) {
        double far = Math.abs(end - start);
        double place = logarithmic && value <= 0 ? Double.NEGATIVE_INFINITY * (end - start) : at(value);
        return Math.max(Math.min(start, end) - far, Math.min(Math.max(start, end) + far, place));
    }

    boolean holds(double value) {
        return value >= range.low() && value <= range.high();
    }
}
