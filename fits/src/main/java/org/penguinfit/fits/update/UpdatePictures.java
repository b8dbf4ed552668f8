package org.penguinfit.fits.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.build.ComparisonPictures;
import org.penguinfit.fits.plot.build.ComparisonPictures.Row;
import org.penguinfit.fits.plot.build.ProfilePicture.Line;

/** Pictures of an update: profile likelihoods before and after overlaid, and the sets of all parameters side by side. */
public final class UpdatePictures {
    private UpdatePictures() {}

    /**
     * Describes the pictures.
     *
     * @param plan the plan with the new files
     * @return name of the picture's file, without ending → picture
     */
    public static Map<String, Figure> of(UpdateResult update, FitPlan plan) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (TaskChange task : update.tasks()) {
            for (CurvePair pair : task.curves()) {
                List<Line> lines = new ArrayList<>();
                add("before", pair.before(), lines);
                add("after", pair.after(), lines);
                if (!lines.isEmpty()) {
                    figures.put(
                            fileName(task.id() + "-" + pair.parameter()),
                            ComparisonPictures.profiles(plan, task.after(), pair.parameter(), lines));
                }
            }
            List<Row> rows = rows(task);
            if (!rows.isEmpty()) {
                figures.put(fileName(task.id() + "-intervals"), ComparisonPictures.sets(plan, rows));
            }
        }
        return figures;
    }

    private static void add(String when, CurvePair.Curve curve, List<Line> lines) {
        if (curve.x().size() > 1) {
            lines.add(new Line(when, curve.x(), curve.deltaChi2()));
        }
    }

    private static List<Row> rows(TaskChange task) {
        List<Row> rows = new ArrayList<>();
        for (ParameterChange parameter : task.parameters()) {
            List<List<Axis.Range>> before = new ArrayList<>();
            List<List<Axis.Range>> after = new ArrayList<>();
            for (ParameterChange.Sets sets : parameter.intervals().values()) {
                before.add(ranges(sets.before()));
                after.add(ranges(sets.after()));
            }
            if (!parameter.intervals().isEmpty()) {
                rows.add(new Row(parameter.name(), "before", 0, before));
                rows.add(new Row(parameter.name(), "after", 1, after));
            }
        }
        return rows;
    }

    private static List<Axis.Range> ranges(IntervalSet set) {
        List<Axis.Range> ranges = new ArrayList<>();
        for (Interval segment : set.segments()) {
            if (segment.upper() > segment.lower()
                    && Double.isFinite(segment.lower())
                    && Double.isFinite(segment.upper())) {
                ranges.add(new Axis.Range(segment.lower(), segment.upper()));
            }
        }
        return ranges;
    }

    private static String fileName(String name) {
        return name.replaceAll("[^A-Za-z0-9._+-]+", "_");
    }
}
