package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Style;

/** A prediction along a parameter with its bands, the Standard Model as a band across, and measurements and limits beside it. */
public final class CurvePicture {
    /** Bands get fainter from the innermost level to the outermost. */
    private static final double DENSEST = 0.38;

    private static final double FAINTEST = 0.18;
    private static final double MEASURED = 0.22;

    private CurvePicture() {}

    /**
     * A prediction.
     *
     * @param legend LaTeX
     * @param x ascending
     * @param value same length
     * @param bands from the innermost level to the outermost; may be empty
     */
    public record Line(String legend, Vector x, Vector value, List<Band> bands) {
        public Line {
            bands = List.copyOf(bands);
        }
    }

    /**
     * What lies between two curves.
     *
     * @param level LaTeX, such as {@code $1\sigma$}
     */
    public record Band(String level, Mark.Band ends) {}

    /**
     * The Standard Model.
     *
     * @param sigma its uncertainty; null: none
     */
    public record Standard(double value, @Nullable Double sigma) {}

    /**
     * A measured value or range.
     *
     * @param legend LaTeX
     * @param style its colour and dashes
     * @param value null for a range
     * @param lower may be −∞
     * @param upper may be +∞
     */
    public record Measured(
            String legend, Style style, @Nullable Double value, double lower, double upper) {}

    /** An upper limit; its legend is LaTeX. */
    public record Limit(String legend, Style style, double value) {}

    /**
     * What is drawn.
     *
     * @param lines in the colours of the cycle, in order
     * @param standard null: not shown
     */
    public record Content(List<Line> lines, @Nullable Standard standard, List<Measured> measured, List<Limit> limits) {
        public Content {
            lines = List.copyOf(lines);
            measured = List.copyOf(measured);
            limits = List.copyOf(limits);
        }
    }

    /** A picture of them. */
    public static Figure of(Axis x, Axis y, Content content) {
        List<Mark> marks = new ArrayList<>();
        content.measured().forEach(measured -> add(marks, measured));
        if (content.standard() != null) {
            add(marks, content.standard());
        }
        for (int i = 0; i < content.lines().size(); i++) {
            addBands(marks, content.lines().get(i), Style.of(i));
        }
        for (Limit limit : content.limits()) {
            Style thin = limit.style().withWidth(1);
            marks.add(new Mark.Bound(Mark.Along.Y, limit.value(), Mark.Direction.DOWN, thin, limit.legend()));
        }
        for (int i = 0; i < content.lines().size(); i++) {
            Line line = content.lines().get(i);
            marks.add(Mark.Curve.of(line.x(), line.value(), Style.of(i), legend(line, 0)));
        }
        return Figure.of(x, y, marks);
    }

    private static void add(List<Mark> marks, Measured measured) {
        Style band = measured.style().withOpacity(MEASURED).withWidth(0.8);
        marks.add(new Mark.Span(Mark.Along.Y, measured.lower(), measured.upper(), band, measured.legend()));
        if (measured.value() != null) {
            marks.add(new Mark.Level(Mark.Along.Y, measured.value(), "", band, measured.legend()));
        }
    }

    private static void add(List<Mark> marks, Standard standard) {
        Style style = Style.GREY.with(Style.Dash.SOLID).withWidth(0.8).withOpacity(0.35);
        Double sigma = standard.sigma();
        double value = standard.value();
        String legend = "Standard Model" + (sigma == null ? "" : ", $1\\sigma$");
        if (sigma != null) {
            marks.add(new Mark.Span(Mark.Along.Y, value - sigma, value + sigma, style, legend));
        }
        marks.add(new Mark.Level(Mark.Along.Y, value, "", style, legend));
    }

    /** The outermost first, so that the inner ones lie on it. */
    private static void addBands(List<Mark> marks, Line line, Style style) {
        int last = line.bands().size() - 1;
        for (int k = last; k >= 0; k--) {
            double opacity = DENSEST - (last == 0 ? 0 : (DENSEST - FAINTEST) * k / last);
            Style filled = style.withWidth(0).withOpacity(opacity);
            marks.add(new Mark.Curve(line.x(), line.value(), line.bands().get(k).ends(), filled, legend(line, k)));
        }
    }

    /** The curve shares its line of the legend with the innermost band. */
    private static String legend(Line line, int band) {
        if (band >= line.bands().size()) {
            return line.legend();
        }
        return line.legend() + ", " + line.bands().get(band).level();
    }
}
