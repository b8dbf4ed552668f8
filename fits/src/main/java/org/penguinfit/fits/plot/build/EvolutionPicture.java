package org.penguinfit.fits.plot.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Axis.Range;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Style;
import org.penguinfit.fits.plot.Style.Dash;

/** How the allowed sets of a parameter moved as data came in. */
public final class EvolutionPicture {
    private EvolutionPicture() {}

    /**
     * What was known on a day.
     *
     * @param best value at the minimum; null: none
     * @param levels sets from the innermost level to the outermost, each of several segments maybe
     */
    public record State(LocalDate date, @Nullable Double best, List<List<Range>> levels) {
        public State {
            levels = levels.stream().map(List::copyOf).toList();
        }
    }

    /**
     * An evolution.
     *
     * @param y axis of the parameter
     * @param levels LaTeX of all levels together, such as {@code 68\% and 95\% CL}
     * @param standard the Standard Model's value; null: not shown
     */
    public static Figure of(Axis y, String levels, List<State> states, @Nullable Double standard) {
        List<Mark> marks = new ArrayList<>();
        if (standard != null) {
            marks.add(new Mark.Level(Mark.Along.Y, standard, "SM", Style.BLACK.with(Dash.DOTTED), ""));
        }
        List<Mark.Bar> bars = new ArrayList<>();
        for (State state : states) {
            bars.add(new Mark.Bar(state.date().toEpochDay(), state.best(), state.levels()));
        }
        marks.add(new Mark.Intervals(Mark.Along.Y, bars, Style.of(0), levels));
        return Figure.of(Axis.dates("data public by"), y, marks);
    }
}
