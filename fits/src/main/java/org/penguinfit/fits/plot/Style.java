package org.penguinfit.fits.plot;

import java.util.List;

/**
 * How a mark looks.
 *
 * @param rgb colour, 0xrrggbb
 * @param dash of lines
 * @param marker of points
 * @param width of lines in points of 1/72 inch; 0: regions and bands without outline
 * @param opacity of filled areas, 0 to 1
 */
public record Style(int rgb, Dash dash, Marker marker, double width, double opacity) {
    /** Dashes, so that curves differ in black and white. */
    public enum Dash {
        SOLID,
        DASHED,
        DOTTED,
        DASH_DOT,
        LONG
    }

    /** Shapes of points. */
    public enum Marker {
        CIRCLE,
        SQUARE,
        TRIANGLE,
        DIAMOND,
        CROSS,
        STAR,
        /** Small, for clouds of many points; has no error bars. */
        DOT
    }

    /** Ten colours that people with colour vision deficiency tell apart: M. A. Petroff, arXiv:2107.02270, Table 1. */
    private static final List<Integer> CYCLE =
            List.of(0x3f90da, 0xffa90e, 0xbd1f01, 0x94a4a2, 0x832db6, 0xa96b59, 0xe76300, 0xb9ac70, 0x717581, 0x92dadd);

    private static final List<Dash> DASHES = List.of(Dash.values());
    private static final List<Marker> MARKERS =
            List.of(Marker.CIRCLE, Marker.SQUARE, Marker.TRIANGLE, Marker.DIAMOND, Marker.CROSS);

    /** Thin and black: data, frames. */
    public static final Style BLACK = new Style(0x000000, Dash.SOLID, Marker.CIRCLE, 0.7, 1);

    /** Grey: level lines, bands of reference. */
    public static final Style GREY = new Style(0x717581, Dash.DASHED, Marker.CIRCLE, 0.6, 0.25);

    public Style {
        if (!(width >= 0 && opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("no style: width " + width + ", opacity " + opacity);
        }
    }

    /** The style of the curve or series {@code i}, from 0: colour, dash and marker differ; after the tenth they repeat. */
    public static Style of(int i) {
        return new Style(
                CYCLE.get(i % CYCLE.size()), DASHES.get(i % DASHES.size()), MARKERS.get(i % MARKERS.size()), 1.2, 0.3);
    }

    /** The same with other dashes. */
    public Style with(Dash other) {
        return new Style(rgb, other, marker, width, opacity);
    }

    /** The same with another marker. */
    public Style with(Marker other) {
        return new Style(rgb, dash, other, width, opacity);
    }

    /** The same with another line width. */
    public Style withWidth(double other) {
        return new Style(rgb, dash, marker, other, opacity);
    }

    /** The same with another opacity of filled areas. */
    public Style withOpacity(double other) {
        return new Style(rgb, dash, marker, width, other);
    }
}
