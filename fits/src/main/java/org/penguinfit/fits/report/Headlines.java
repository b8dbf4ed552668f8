package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.report.html.Html;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.fits.result.TaskResult.PredictionFound;

/**
 * The main numbers of a task in few lines.
 *
 * @param lines name → what was found
 * @param more how many were left out
 */
record Headlines(Map<String, String> lines, int more) {
    /** More lines than these are left to the section of the task. */
    private static final int MOST = 6;

    /** With so many parameters or fewer all levels are told, else the first. */
    private static final int FEW = 2;

    static Headlines of(TaskResult task) {
        Map<String, String> all = new LinkedHashMap<>();
        intervals(task, all);
        predictions(task, all);
        for (ResultBlock block : task.blocks()) {
            if (block instanceof ResultBlock.Table table && table.key().equals("extremes")) {
                extremes(table, all);
            } else if (block instanceof ResultBlock.Table table && table.key().equals("standard") && table.shown()) {
                standard(table, all);
            }
        }
        for (ResultBlock block : task.blocks()) {
            if (block instanceof ResultBlock.Figures figures && all.isEmpty()) {
                for (ResultBlock.Figure figure : figures.figures()) {
                    all.put(figure.label(), BlockTables.cell(value(figure)));
                }
            }
        }
        Map<String, String> first = new LinkedHashMap<>();
        for (Map.Entry<String, String> line : all.entrySet()) {
            if (first.size() < MOST) {
                first.put(line.getKey(), line.getValue());
            }
        }
        return new Headlines(first, all.size() - first.size());
    }

    private static @Nullable Object value(ResultBlock.Figure figure) {
        return figure.number() == null ? figure.text() : figure.number();
    }

    private static void intervals(TaskResult task, Map<String, String> lines) {
        boolean few = task.intervals().size() <= FEW;
        for (Map.Entry<String, Map<String, IntervalSet>> parameter :
                task.intervals().entrySet()) {
            List<String> parts = new ArrayList<>();
            String best = best(task, parameter.getKey());
            if (!best.isEmpty() && task.type() != TaskConfig.Type.ALLOWED) {
                parts.add("= " + best);
            }
            int levels = 0;
            for (Map.Entry<String, IntervalSet> level : parameter.getValue().entrySet()) {
                if (few || levels++ == 0) {
                    parts.add(level.getKey() + " " + FitReport.segments(level.getValue()));
                }
            }
            lines.put(parameter.getKey(), String.join("; ", parts));
        }
        if (task.intervals().isEmpty() && !task.minima().isEmpty()) {
            Set<String> plane = plane(task);
            for (String name : task.minima().get(0).parameters().keySet()) {
                if (plane.isEmpty() || plane.contains(name)) {
                    lines.put(name, "= " + best(task, name));
                }
            }
        }
    }

    /** The parameters of contours; others of the task are nuisances. */
    private static Set<String> plane(TaskResult task) {
        Set<String> names = new HashSet<>();
        for (ResultBlock block : task.blocks()) {
            if (block instanceof ResultBlock.Curves curves) {
                names.addAll(List.of(curves.x(), curves.y()));
            }
        }
        return names;
    }

    /** The best minimum of a parameter, and those as good within a unit of −2 ln L. */
    private static String best(TaskResult task, String parameter) {
        List<String> values = new ArrayList<>();
        for (MinimumFound minimum : task.minima()) {
            boolean along = minimum.varied() == null || parameter.equals(minimum.varied());
            if (along && minimum.deltaChi2() < 1 && minimum.parameters().containsKey(parameter)) {
                String value = FitReport.value(minimum, parameter);
                if (!values.contains(value)) {
                    values.add(value);
                }
            }
        }
        return values.size() > 3 ? values.get(0) : String.join(" or ", values);
    }

    private static void predictions(TaskResult task, Map<String, String> lines) {
        if (!lines.isEmpty()) {
            return;
        }
        double largest = PredictionTables.largest(task.predictions());
        for (Map.Entry<String, PredictionFound> entry : task.predictions().entrySet()) {
            PredictionFound found = entry.getValue();
            Double sigma = found.uncertainty();
            double shown = Noise.among(found.value(), largest);
            String value =
                    "= " + (sigma == null ? PdgRounding.plain(shown, 5) : PdgRounding.withUncertainty(shown, sigma));
            lines.put(entry.getKey(), found.unit().equals("1") ? value : value + " " + found.unit());
        }
    }

    /** Rows of observable, value and σ: what a curve is compared with. */
    private static void standard(ResultBlock.Table table, Map<String, String> lines) {
        for (List<@Nullable Object> row : table.rows()) {
            String value = row.get(1) instanceof Double number && row.get(2) instanceof Double sigma && sigma > 0
                    ? PdgRounding.withUncertainty(number, sigma)
                    : BlockTables.cell(row.get(1));
            lines.put(String.valueOf(row.get(0)), "= " + value + " in the Standard Model");
        }
    }

    /** Rows of quantity, extreme and value: the smallest before the largest. */
    private static void extremes(ResultBlock.Table table, Map<String, String> lines) {
        for (List<@Nullable Object> row : BlockTables.withoutNoise(table)) {
            String name = String.valueOf(row.get(0));
            String low = lines.get(name);
            String value = BlockTables.cell(row.get(2));
            lines.put(name, low == null ? value : low + " to " + value);
        }
    }

    void write(Html html, Set<String> names) {
        html.open("ul", "class", "lines");
        for (Map.Entry<String, String> line : lines.entrySet()) {
            html.open("li");
            if (names.contains(line.getKey())) {
                html.leaf("code", line.getKey());
            } else {
                html.text(line.getKey());
            }
            html.text(line.getValue().startsWith("=") ? " " : ": ")
                    .text(line.getValue())
                    .close();
        }
        if (more > 0) {
            html.leaf("li", "… and " + more + " more");
        }
        html.close();
    }
}
