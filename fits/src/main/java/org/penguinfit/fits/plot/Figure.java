package org.penguinfit.fits.plot;

import java.util.List;

/**
 * A picture: two axes, and what is drawn between them. Its width is that of a column in print; title, legend and notes
 * stand outside the data area and make it taller.
 *
 * @param title LaTeX; empty for none, as journals want it
 * @param x horizontal axis
 * @param y vertical axis
 * @param marks drawn in this order, later ones above earlier ones
 * @param notes LaTeX lines below the picture: assumptions and construction
 * @param size of the whole picture and of its data area
 */
public record Figure(String title, Axis x, Axis y, List<Mark> marks, List<String> notes, Size size) {
    public Figure {
        marks = List.copyOf(marks);
        notes = List.copyOf(notes);
    }

    /** A picture at column width without title and notes. */
    public static Figure of(Axis x, Axis y, List<? extends Mark> marks) {
        return new Figure("", x, y, List.copyOf(marks), List.of(), Size.COLUMN);
    }

    /** The same with a title. */
    public Figure withTitle(String latex) {
        return new Figure(latex, x, y, marks, notes, size);
    }

    /** The same with these notes. */
    public Figure withNotes(List<String> latex) {
        return new Figure(title, x, y, marks, latex, size);
    }

    /** The same in another size. */
    public Figure withSize(Size other) {
        return new Figure(title, x, y, marks, notes, other);
    }

    /** The same with another horizontal axis. */
    public Figure withX(Axis axis) {
        return new Figure(title, axis, y, marks, notes, size);
    }

    /** The same with another vertical axis. */
    public Figure withY(Axis axis) {
        return new Figure(title, x, axis, marks, notes, size);
    }

    /**
     * Size in print.
     *
     * @param width of the whole picture in mm, 40 to 400
     * @param height of the data area alone in mm, 10 to 400
     */
    public record Size(double width, double height) {
        /** One column of a two-column journal. */
        public static final Size COLUMN = new Size(88, 56);

        public Size {
            if (!(width >= 40 && width <= 400 && height >= 10 && height <= 400)) {
                throw new IllegalArgumentException("no size of a picture: " + width + " mm × " + height + " mm");
            }
        }
    }
}
