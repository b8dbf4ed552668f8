package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Axis.Range;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Style;

/** Pulls of measurements as bars from 0, in units of their σ. */
public final class PullPicture {
    private static final double LEAST = 3;
    private static final double ROW = 8;
    private static final double MOST_HEIGHT = 200;

    private PullPicture() {}

    /**
     * One of them.
     *
     * @param name LaTeX
     * @param value (measured − predicted)/σ
     */
    public record Pull(String name, double value) {}

    /** A picture of pulls, in the given order from the top; at least one. */
    public static Figure of(List<Pull> pulls) {
        List<Mark.Bar> bars = new ArrayList<>();
        double widest = LEAST;
        for (int i = 0; i < pulls.size(); i++) {
            double value = pulls.get(i).value();
            List<Range> bar = value == 0 || !Double.isFinite(value)
                    ? List.of()
                    : List.of(new Range(Math.min(0, value), Math.max(0, value)));
            bars.add(new Mark.Bar(i, Double.isFinite(value) ? value : null, List.of(bar)));
            widest = Double.isFinite(value) ? Math.max(widest, 1.08 * Math.abs(value)) : widest;
        }
        Style grey = Style.GREY;
        List<Mark> marks = List.of(
                new Mark.Span(Mark.Along.X, -2, 2, grey.withOpacity(0.12), "$\\pm 2\\sigma$"),
                new Mark.Span(Mark.Along.X, -1, 1, grey.withOpacity(0.3), "$\\pm 1\\sigma$"),
                new Mark.Level(Mark.Along.X, 0, "", Style.BLACK, ""),
                new Mark.Intervals(Mark.Along.X, bars, Style.of(0), ""));
        double height = Math.max(12, Math.min(MOST_HEIGHT, ROW * pulls.size()));
        return Figure.of(
                        Axis.linear("pull $=$ (measured $-$ predicted)$/\\sigma$", "")
                                .withRange(-widest, widest),
                        Axis.names("", pulls.stream().map(Pull::name).toList()),
                        marks)
                .withSize(new Figure.Size(88, height));
    }
}
