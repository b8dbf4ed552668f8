package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Style;
import org.penguinfit.fits.plot.Style.Dash;

/** Δχ² along one parameter: curves with the levels as lines. Also for the term of a limit against its observable. */
public final class ProfilePicture {
    /** The highest level shown lies at this part of the height. */
    private static final double HEADROOM = 1.6;

    private static final double LEAST_HEIGHT = 4;
    /** Width of the line of a combination in points of 1/72 inch. */
    private static final double COMBINATION = 2.2;

    private ProfilePicture() {}

    /**
     * A curve.
     *
     * @param legend LaTeX; empty for none
     * @param x ascending
     * @param deltaChi2 above its own lowest minimum
     * @param combination whether it combines the others: thick, and on top of them
     */
    public record Line(String legend, Vector x, Vector deltaChi2, boolean combination) {
        /** A curve like the others. */
        public Line(String legend, Vector x, Vector deltaChi2) {
            this(legend, x, deltaChi2, false);
        }
    }

    /**
     * A picture of profiles.
     *
     * @param x axis of the parameter
     * @param y LaTeX of the other, such as {@code $\Delta\chi^2$}
     * @param lines drawn in the colours of the cycle, in order
     * @param levels drawn across, with their label at the right
     * @param standard the Standard Model's value of the parameter, drawn as a line; null: none
     */
    public static Figure of(Axis x, String y, List<Line> lines, List<LevelLine> levels, @Nullable Double standard) {
        List<Mark> marks = new ArrayList<>();
        double highest = 0;
        for (LevelLine level : legible(levels)) {
            marks.add(new Mark.Level(Mark.Along.Y, level.deltaChi2(), level.label(), Style.GREY, ""));
            highest = Math.max(highest, level.deltaChi2());
        }
        if (standard != null) {
            marks.add(new Mark.Level(Mark.Along.X, standard, "SM", Style.BLACK.with(Dash.DOTTED), ""));
        }
        for (boolean combination : new boolean[] {false, true}) {
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                if (line.combination() == combination) {
                    Style style = combination ? Style.of(i).withWidth(COMBINATION) : Style.of(i);
                    marks.add(Mark.Curve.of(line.x(), line.deltaChi2(), style, line.legend()));
                }
            }
        }
        Axis height = Axis.linear(y, "").withRange(0, Math.max(LEAST_HEIGHT, HEADROOM * highest));
        return Figure.of(x, height, marks);
    }

    /** Labels of levels that nearly coincide, such as 95 % and 2σ, would overprint: the lower one keeps its line alone. */
    private static List<LevelLine> legible(List<LevelLine> levels) {
        List<LevelLine> ascending = new ArrayList<>(levels);
        ascending.sort(Comparator.comparingDouble(LevelLine::deltaChi2));
        double top =
                ascending.isEmpty() ? 0 : ascending.get(ascending.size() - 1).deltaChi2();
        double closest = 0.055 * Math.max(LEAST_HEIGHT, HEADROOM * top);
        List<LevelLine> shown = new ArrayList<>();
        for (LevelLine level : ascending) {
            int last = shown.size() - 1;
            if (last >= 0 && level.deltaChi2() - shown.get(last).deltaChi2() < closest) {
                LevelLine below = shown.get(last);
                shown.set(last, new LevelLine("", below.deltaChi2()));
                shown.add(new LevelLine(below.label() + ", " + level.label(), level.deltaChi2()));
            } else {
                shown.add(level);
            }
        }
        return shown;
    }
}
