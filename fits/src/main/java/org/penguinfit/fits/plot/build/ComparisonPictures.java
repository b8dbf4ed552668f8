package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Style;
import org.penguinfit.fits.result.TaskResult;

/** Pictures of one task of two fits: profiles overlaid, sets side by side. */
public final class ComparisonPictures {
    /** Height of a row of sets, in mm. */
    private static final double ROW = 8;

    private static final double MOST_HEIGHT = 200;

    private ComparisonPictures() {}

    /**
     * Profiles of a parameter overlaid, with the levels of the task as lines.
     *
     * @param plan names of the parameters in LaTeX
     */
    public static Figure profiles(FitPlan plan, TaskResult task, String parameter, List<ProfilePicture.Line> lines) {
        return new ProfilePlots(plan, Labels.of(plan)).figure(parameter, lines, ProfilePlots.levels(task));
    }

    /**
     * A set of a row.
     *
     * @param parameter whose
     * @param when such as {@code before}, LaTeX
     * @param colour number in the cycle of colours
     * @param levels from the innermost level to the outermost
     */
    public record Row(String parameter, String when, int colour, List<List<Axis.Range>> levels) {}

    /** Sets side by side, one row each, from the top. */
    public static Figure sets(FitPlan plan, List<Row> rows) {
        Labels labels = Labels.of(plan);
        List<String> names = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            names.add(labels.parameter(row.parameter()) + " " + row.when());
            marks.add(new Mark.Intervals(
                    Mark.Along.X, List.of(new Mark.Bar(i, null, row.levels())), Style.of(row.colour()), ""));
        }
        return Figure.of(Axis.linear("parameter", ""), Axis.names("", names), marks)
                .withSize(new Figure.Size(120, Math.max(16, Math.min(MOST_HEIGHT, ROW * rows.size()))));
    }
}
