package org.penguinfit.fits.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A picture: one panel, or several in rows. Title, legend and notes stand outside the data areas and make it taller; the
 * panels share the legend.
 *
 * @param title LaTeX; empty for none, as journals want it
 * @param panels at least one, from the upper left, row by row
 * @param columns how many panels stand side by side, from 1 to their number
 * @param notes LaTeX lines below the picture: assumptions and construction
 * @param size of the whole picture and of each data area
 */
public record Figure(String title, List<Panel> panels, int columns, List<String> notes, Size size) {
    public Figure {
        panels = List.copyOf(panels);
        notes = List.copyOf(notes);
        if (columns < 1 || columns > panels.size()) {
            throw new IllegalArgumentException(columns + " columns for " + panels.size() + " panels");
        }
    }

    /** A picture of one panel at column width without title and notes. */
    public static Figure of(Axis x, Axis y, List<? extends Mark> marks) {
        return of(Panel.of(x, y, marks));
    }

    /** A picture of one panel at column width without title and notes. */
    public static Figure of(Panel panel) {
        return new Figure("", List.of(panel), 1, List.of(), Size.COLUMN);
    }

    /** Panels in rows over the width of a page. */
    public static Figure grid(List<Panel> panels, int columns) {
        return new Figure("", panels, columns, List.of(), Size.PAGE);
    }

    /** The same with a title. */
    public Figure withTitle(String latex) {
        return new Figure(latex, panels, columns, notes, size);
    }

    /** The same with these notes. */
    public Figure withNotes(List<String> latex) {
        return new Figure(title, panels, columns, latex, size);
    }

    /** The same in another size. */
    public Figure withSize(Size other) {
        return new Figure(title, panels, columns, notes, other);
    }

    /** The same with every panel changed. */
    public Figure mapPanels(UnaryOperator<Panel> change) {
        List<Panel> changed = new ArrayList<>();
        panels.forEach(panel -> changed.add(change.apply(panel)));
        return new Figure(title, changed, columns, notes, size);
    }

    /**
     * Size in print.
     *
     * @param width of the whole picture in mm, 40 to 400
     * @param height of each data area alone in mm, 10 to 400
     */
    public record Size(double width, double height) {
        /** One column of a two-column journal. */
        public static final Size COLUMN = new Size(88, 56);

        /** Both columns, for panels side by side. */
        public static final Size PAGE = new Size(180, 42);

        public Size {
            if (!(width >= 40 && width <= 400 && height >= 10 && height <= 400)) {
                throw new IllegalArgumentException("no size of a picture: " + width + " mm × " + height + " mm");
            }
        }
    }
}
