package org.penguinfit.fits.plot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;

/** Something drawn in the data area. Coordinates are numbers of the axes; those that are not finite leave a gap. */
public sealed interface Mark {
    /** LaTeX of its line in the legend; empty: it has none. Marks with the same text share a line. */
    String legend();

    /** Colour, dashes, marker. */
    Style style();

    /** Along which axis a value is meant. */
    enum Along {
        X,
        Y
    }

    /** Whither an arrow points: to the allowed side. */
    enum Direction {
        LEFT,
        RIGHT,
        UP,
        DOWN
    }

    /** Where a text stands relative to its point. */
    enum Anchor {
        LEFT,
        CENTRE,
        RIGHT
    }

    /**
     * A curve, with a band around it if wanted.
     *
     * @param x first coordinates, in order
     * @param y second coordinates, same length
     * @param band same length; null for none
     */
    record Curve(Vector x, Vector y, @Nullable Band band, Style style, String legend) implements Mark {
        public Curve {
            Mark.sameSize(x, y);
            if (band != null) {
                Mark.sameSize(x, band.lower());
            }
        }

        /** Without band. */
        public static Curve of(Vector x, Vector y, Style style, String legend) {
            return new Curve(x, y, null, style, legend);
        }
    }

    /**
     * What lies between two curves over the same x.
     *
     * @param lower lower edge
     * @param upper upper edge, same length
     */
    record Band(Vector lower, Vector upper) {
        public Band {
            Mark.sameSize(lower, upper);
        }
    }

    /**
     * Points.
     *
     * @param x first coordinates
     * @param y second coordinates, same length
     * @param xErrors of each point; null for none
     * @param yErrors of each point; null for none
     */
    record Points(
            Vector x,
            Vector y,
            @Nullable Errors xErrors,
            @Nullable Errors yErrors,
            Style style,
            String legend) implements Mark {
        public Points {
            Mark.sameSize(x, y);
            for (Errors errors : new Errors[] {xErrors, yErrors}) {
                if (errors != null) {
                    Mark.sameSize(x, errors.minus());
                }
            }
        }

        /** Without error bars. */
        public static Points of(Vector x, Vector y, Style style, String legend) {
            return new Points(x, y, null, null, style, legend);
        }
    }

    /**
     * Lengths of error bars.
     *
     * @param minus downwards, not negative
     * @param plus upwards, not negative, same length
     */
    record Errors(Vector minus, Vector plus) {
        public Errors {
            Mark.sameSize(minus, plus);
        }
    }

    /** Limits: a short bar at each value with an arrow to the allowed side. */
    record Limits(Vector x, Vector y, Direction direction, Style style, String legend) implements Mark {
        public Limits {
            Mark.sameSize(x, y);
        }
    }

    /**
     * Sets on a line, as bars: intervals of several levels, each maybe of several segments.
     *
     * @param along the axis of the segments; the other one tells the bars apart
     */
    record Intervals(Along along, List<Bar> bars, Style style, String legend) implements Mark {
        public Intervals {
            bars = List.copyOf(bars);
        }
    }

    /**
     * One of them.
     *
     * @param at place on the other axis
     * @param centre a point on it, such as the minimum; null for none
     * @param levels from the innermost, drawn thickest, to the outermost
     */
    record Bar(double at, @Nullable Double centre, List<List<Axis.Range>> levels) {
        public Bar {
            levels = levels.stream().map(List::copyOf).toList();
        }
    }

    /** A band across the whole data area, for values from {@code from} to {@code to} along an axis; may be infinite. */
    record Span(Along along, double from, double to, Style style, String legend) implements Mark {}

    /**
     * A line across the whole data area at one value.
     *
     * @param label LaTeX, written at its end outside the data area; may be empty
     */
    record Level(Along along, double at, String label, Style style, String legend) implements Mark {}

    /**
     * A limit across the whole data area: a line at one value of an axis, with arrows to the allowed side.
     *
     * @param allowed RIGHT or UP if larger values are allowed, else LEFT or DOWN
     */
    record Bound(Along along, double at, Direction allowed, Style style, String legend) implements Mark {
        public Bound {
            boolean sideways = allowed == Direction.LEFT || allowed == Direction.RIGHT;
            if (sideways != (along == Along.X)) {
                throw new IllegalArgumentException("a bound along " + along + " cannot point " + allowed);
            }
        }
    }

    /**
     * A filled region: what lies inside an odd number of rings, so that a ring in a ring is a hole.
     *
     * @param rings closed polygons
     */
    record Region(List<Ring> rings, Style style, String legend) implements Mark {
        public Region {
            rings = List.copyOf(rings);
        }
    }

    /** A closed polygon; the last point is joined to the first. */
    record Ring(Vector x, Vector y) {
        public Ring {
            Mark.sameSize(x, y);
        }
    }

    /**
     * Coloured cells between two axes of names, such as a correlation matrix.
     *
     * @param rows one per name of the vertical axis, from the first; a cell that is not finite stays white
     * @param limit numbers from −limit to limit are coloured from blue over white to red
     * @param label LaTeX of the colour scale
     */
    record Cells(List<Vector> rows, double limit, String label) implements Mark {
        public Cells {
            rows = List.copyOf(rows);
            if (!(limit > 0)) {
                throw new IllegalArgumentException("the limit of a colour scale must be positive, not " + limit);
            }
        }

        @Override
        public String legend() {
            return "";
        }

        @Override
        public Style style() {
            return Style.BLACK;
        }
    }

    /** A text at a point of the data area. */
    record Note(double x, double y, Anchor anchor, String text, Style style) implements Mark {
        @Override
        public String legend() {
            return "";
        }
    }

    private static void sameSize(Vector a, Vector b) {
        if (a.size() != b.size()) {
            throw new IllegalArgumentException("coordinates of different number: " + a.size() + " and " + b.size());
        }
    }
}
