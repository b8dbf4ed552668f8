package org.penguinfit.fits.plot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data area: two axes, and what is drawn between them.
 *
 * @param title LaTeX above its left end; empty for none
 * @param x horizontal axis
 * @param y vertical axis
 * @param marks drawn in this order, later ones above earlier ones
 */
public record Panel(String title, Axis x, Axis y, List<Mark> marks) {
    public Panel {
        marks = List.copyOf(marks);
    }

    /** A panel without title. */
    public static Panel of(Axis x, Axis y, List<? extends Mark> marks) {
        return new Panel("", x, y, List.copyOf(marks));
    }

    /** The same with a title. */
    public Panel withTitle(String latex) {
        return new Panel(latex, x, y, marks);
    }

    /** The same with more marks, above the others. */
    public Panel with(List<? extends Mark> more) {
        List<Mark> all = new ArrayList<>(marks);
        all.addAll(more);
        return new Panel(title, x, y, all);
    }

    /** The same showing {@code range} of the horizontal axis; null: as it is. */
    public Panel withX(Axis.@Nullable Range range) {
        return range == null ? this : new Panel(title, x.withRange(range.low(), range.high()), y, marks);
    }

    /** The same showing {@code range} of the vertical axis; null: as it is. */
    public Panel withY(Axis.@Nullable Range range) {
        return range == null ? this : new Panel(title, x, y.withRange(range.low(), range.high()), marks);
    }
}
