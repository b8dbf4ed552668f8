package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Style;

/** Regions in the plane of two parameters, filled, with best fit and Standard Model. */
public final class ContourPicture {
    private ContourPicture() {}

    /**
     * The regions of one fit.
     *
     * @param name LaTeX put before the levels in the legend; empty for none
     * @param levels from the innermost to the outermost
     * @param best best fit; null: not shown
     */
    public record Region(
            String name, List<Level> levels, @Nullable Point best) {
        public Region {
            levels = List.copyOf(levels);
        }
    }

    /**
     * One level of it.
     *
     * @param label LaTeX, such as {@code 68\% CL}
     * @param closed rings that bound it
     * @param open curves that end at an edge of the range; drawn as lines
     */
    public record Level(String label, List<Mark.Ring> closed, List<Mark.Ring> open) {
        public Level {
            closed = List.copyOf(closed);
            open = List.copyOf(open);
        }
    }

    /** A point of the plane. */
    public record Point(double x, double y) {}

    /**
     * A picture of regions.
     *
     * @param fits one colour each, in order
     * @param standard the Standard Model; null: not shown
     */
    public static Figure of(Axis x, Axis y, List<Region> fits, @Nullable Point standard) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < fits.size(); i++) {
            addRegions(marks, fits.get(i), Style.of(i));
        }
        for (int i = 0; i < fits.size(); i++) {
            Point best = fits.get(i).best();
            if (best != null) {
                Style style = (fits.size() == 1 ? Style.BLACK : Style.of(i)).with(Style.Marker.CROSS);
                String name = fits.get(i).name();
                marks.add(point(best, style, name.isEmpty() ? "best fit" : name + ", best fit"));
            }
        }
        if (standard != null) {
            marks.add(point(standard, Style.BLACK.with(Style.Marker.STAR), "Standard Model"));
        }
        return Figure.of(x, y, marks).withSize(new Figure.Size(88, 66));
    }

    private static void addRegions(List<Mark> marks, Region fit, Style style) {
        for (int k = fit.levels().size() - 1; k >= 0; k--) {
            Level level = fit.levels().get(k);
            String legend = fit.name().isEmpty() ? level.label() : fit.name() + ", " + level.label();
            double opacity = 0.2
                    + 0.3
                            * (fit.levels().size() - 1 - k)
                            / Math.max(1, fit.levels().size() - 1);
            Style dashed = style.with(Style.of(k).dash()).withWidth(1);
            if (!level.closed().isEmpty()) {
                marks.add(new Mark.Region(level.closed(), dashed.withOpacity(opacity), legend));
            }
            for (Mark.Ring curve : level.open()) {
                marks.add(Mark.Curve.of(curve.x(), curve.y(), dashed, legend));
            }
        }
    }

    private static Mark point(Point at, Style style, String legend) {
        return Mark.Points.of(Vector.of(at.x()), Vector.of(at.y()), style, legend);
    }
}
