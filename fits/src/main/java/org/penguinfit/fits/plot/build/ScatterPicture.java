package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Style;
import org.penguinfit.fits.plot.build.ContourPicture.Point;

/** Clouds of points. Of points that would overprint each other the first is drawn. */
public final class ScatterPicture {
    /** Cells of the picture along each axis, of which each holds one point of a cloud: about two points of 1/72 inch. */
    private static final int ACROSS = 110;

    private static final int UP = 90;

    private ScatterPicture() {}

    /**
     * The points of one task.
     *
     * @param legend LaTeX
     * @param x first coordinates
     * @param y second coordinates, same length
     */
    public record Cloud(String legend, Vector x, Vector y) {}

    /**
     * A picture of clouds.
     *
     * @param clouds one colour each, later ones above earlier ones
     * @param standard the Standard Model; null: not shown
     */
    public static Figure of(Axis x, Axis y, List<Cloud> clouds, @Nullable Point standard) {
        Axis.Range across = range(x, clouds.stream().map(Cloud::x).toList());
        Axis.Range up = range(y, clouds.stream().map(Cloud::y).toList());
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < clouds.size(); i++) {
            marks.add(points(clouds.get(i), across, up, Style.of(i).with(Style.Marker.DOT)));
        }
        if (standard != null) {
            marks.add(Mark.Points.of(
                    Vector.of(standard.x()),
                    Vector.of(standard.y()),
                    Style.BLACK.with(Style.Marker.STAR),
                    "Standard Model"));
        }
        return Figure.of(x, y, marks).withSize(new Figure.Size(88, 66));
    }

    private static Axis.Range range(Axis axis, List<Vector> values) {
        if (axis.range() != null) {
            return axis.range();
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Vector vector : values) {
            for (int i = 0; i < vector.size(); i++) {
                low = Math.min(low, vector.get(i));
                high = Math.max(high, vector.get(i));
            }
        }
        return low < high ? new Axis.Range(low, high) : new Axis.Range(0, 1);
    }

    private static Mark points(Cloud cloud, Axis.Range across, Axis.Range up, Style style) {
        Set<Long> taken = new HashSet<>();
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int i = 0; i < cloud.x().size(); i++) {
            double px = cloud.x().get(i);
            double py = cloud.y().get(i);
            if (taken.add(cell(px, across, ACROSS) * UP * ACROSS + cell(py, up, UP))) {
                x.add(px);
                y.add(py);
            }
        }
        return Mark.Points.of(Rows.vector(x), Rows.vector(y), style, cloud.legend());
    }

    /** Points outside the range share the cells at its edges, so that few of them are kept. */
    private static long cell(double value, Axis.Range range, int cells) {
        double part = (value - range.low()) / (range.high() - range.low());
        return Math.max(-1, Math.min(cells, (long) Math.floor(part * cells)));
    }
}
