package org.penguinfit.fits.plot.draw;

import org.penguinfit.fits.plot.Axis.Range;
import org.penguinfit.fits.plot.Axis.Scale;

/**
 * Where the data area of a panel lies in a drawn picture, and what its axes show: all that is needed to find the number under
 * a pointer. Places are in user units of the SVG, the points of its {@code viewBox}, from the upper left corner, x to the
 * right and y downwards.
 *
 * @param x from the left edge of the data area to its right edge
 * @param y of a vertical axis {@link Span#start} is the lower edge, of an axis of names the upper one
 */
public record PanelArea(Span x, Span y) {
    /**
     * An axis on paper. The number at the place p is, with t = (p − start)/(end − start), low + t (high − low); on a
     * logarithmic axis low (high/low)^t.
     *
     * @param start place of the number {@code range.low()}
     * @param end place of the number {@code range.high()}
     * @param range what the axis shows; days since 1970-01-01 on an axis of dates, −1/2 to n − 1/2 on one of n names
     * @param scale linear, logarithmic, dates or names
     */
    public record Span(double start, double end, Range range, Scale scale) {
        /** The place of a number; infinite or NaN if it has none, such as 0 or −1 on a logarithmic axis. */
        public double place(double value) {
            return Map1d.of(range, scale, start, end).at(value);
        }
    }
}
