package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Style;

/** Predictions at several points and measurements as bars beside each other, a group of rows for each observable. */
public final class PredictionsPicture {
    /** Height of a row and of the space between groups, in mm. */
    private static final double ROW = 4;

    private static final double SPACE = 3;
    private static final double MOST_HEIGHT = 220;

    private PredictionsPicture() {}

    /**
     * An observable.
     *
     * @param name LaTeX
     * @param entries predictions and measurements, from the top
     */
    public record Group(String name, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A number, over the reference of its observable.
     *
     * @param series LaTeX of the legend
     * @param style of its series
     * @param value null for a limit or a range
     * @param low lower end of its bar; −∞ for an upper limit
     * @param high upper end, or the limit
     * @param text LaTeX of the number itself, written at the right
     */
    public record Entry(
            String series, Style style, @Nullable Double value, double low, double high, String text) {}

    /**
     * A picture of groups, the first at the top; at least one.
     *
     * @param reference LaTeX of what all numbers are divided by
     */
    public static Figure of(List<Group> groups, String reference) {
        int most =
                groups.stream().mapToInt(group -> group.entries().size()).max().orElse(1);
        double group = most + SPACE / ROW;
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Level(Mark.Along.X, 1, "", Style.GREY.with(Style.Dash.DOTTED), ""));
        for (int i = 0; i < groups.size(); i++) {
            List<Entry> entries = groups.get(i).entries();
            for (int k = 0; k < entries.size(); k++) {
                add(marks, entries.get(k), i + (k - 0.5 * (entries.size() - 1)) / group);
            }
        }
        double height = Math.max(14, Math.min(MOST_HEIGHT, ROW * group * groups.size()));
        List<String> names = groups.stream().map(Group::name).toList();
        return Figure.of(Axis.linear("value over " + reference, ""), Axis.names("", names), marks)
                .withSize(new Figure.Size(88, height));
    }

    private static void add(List<Mark> marks, Entry entry, double at) {
        Style style = entry.style();
        Vector y = Vector.of(at);
        Double value = entry.value();
        if (value != null) {
            Mark.Errors bar = entry.low() < entry.high()
                    ? new Mark.Errors(Vector.of(value - entry.low()), Vector.of(entry.high() - value))
                    : null;
            marks.add(new Mark.Points(Vector.of(value), y, bar, null, style, entry.series()));
        } else if (Double.isInfinite(entry.low())) {
            marks.add(new Mark.Limits(Vector.of(entry.high()), y, Mark.Direction.LEFT, style, entry.series()));
        } else {
            List<List<Axis.Range>> range = List.of(List.of(new Axis.Range(entry.low(), entry.high())));
            marks.add(new Mark.Intervals(Mark.Along.X, List.of(new Mark.Bar(at, null, range)), style, entry.series()));
        }
        marks.add(new Mark.Level(Mark.Along.Y, at, entry.text(), style.withWidth(0), ""));
    }
}
