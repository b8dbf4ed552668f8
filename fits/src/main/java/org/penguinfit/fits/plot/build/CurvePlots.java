package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Tex;
import org.penguinfit.fits.result.TaskResult;

/** Pictures of tasks of type {@code curve}: one for each observable. */
final class CurvePlots {
    private final FitPlan plan;
    private final Labels labels;
    private final Palette palette;

    /**
     * Pictures of a plot.
     *
     * @param palette shared by its panels
     */
    CurvePlots(FitPlan plan, Labels labels, Palette palette) {
        this.plan = plan;
        this.labels = labels;
        this.palette = palette;
    }

    /**
     * One picture for each observable of the first task.
     *
     * @param tasks overlaid; the Standard Model is that of the first, measurements are those of all
     * @param wanted observables shown; empty: all
     */
    Map<String, Figure> of(List<TaskResult> tasks, List<String> wanted) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (String observable : observables(tasks.get(0))) {
            if (wanted.isEmpty() || wanted.contains(observable)) {
                figures.put(observable, figure(tasks, observable));
            }
        }
        return figures;
    }

    private static Set<String> observables(TaskResult task) {
        Rows curve = Rows.of(task, "curve");
        Set<String> observables = new LinkedHashSet<>();
        curve.all().forEach(row -> observables.add(curve.word(row, "observable")));
        return observables;
    }

    private Figure figure(List<TaskResult> tasks, String observable) {
        List<CurvePicture.Line> lines = new ArrayList<>();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (TaskResult task : tasks) {
            CurvePicture.Line line = line(task, observable, tasks.size() > 1 ? ProfilePlots.name(task) : "prediction");
            if (line.x().size() > 1) {
                lines.add(line);
                low = Math.min(low, line.x().get(0));
                high = Math.max(high, line.x().get(line.x().size() - 1));
            }
        }
        Axis x = labels.axis(varied(tasks.get(0)));
        CurvePicture.Content content = new CurvePicture.Content(
                lines, standard(tasks.get(0), observable), measured(tasks, observable), limits(tasks, observable));
        return CurvePicture.of(low < high ? x.withRange(low, high) : x, labels.axis(observable), content);
    }

    private String varied(TaskResult task) {
        return Objects.requireNonNull(plan.config().tasks().get(task.id())).options() instanceof TaskOptions.Curve curve
                ? curve.x()
                : "";
    }

    private static CurvePicture.Line line(TaskResult task, String observable, String legend) {
        Rows curve = Rows.of(task, "curve");
        List<List<@Nullable Object>> rows = curve.all().stream()
                .filter(row -> observable.equals(curve.word(row, "observable")))
                .toList();
        Map<Double, CurvePicture.Band> bands = new TreeMap<>();
        for (Level level : task.heading().levels()) {
            CurvePicture.Band band = band(curve, rows, level);
            if (band != null) {
                bands.put(level.level().probability(), band);
            }
        }
        return new CurvePicture.Line(
                legend, numbers(curve, rows, "x"), numbers(curve, rows, "value"), List.copyOf(bands.values()));
    }

    /** That of the draws if there were some, else the linear one; null if there is no uncertainty. */
    private static CurvePicture.@Nullable Band band(Rows curve, List<List<@Nullable Object>> rows, Level level) {
        String method = curve.column("upper " + level.label() + " MC") < 0 ? "" : " MC";
        Vector lower = numbers(curve, rows, "lower " + level.label() + method);
        Vector upper = numbers(curve, rows, "upper " + level.label() + method);
        for (int i = 0; i < upper.size(); i++) {
            if (lower.get(i) < upper.get(i)) {
                return new CurvePicture.Band(Tex.level(level.label()), new Mark.Band(lower, upper));
            }
        }
        return null;
    }

    private static Vector numbers(Rows table, List<List<@Nullable Object>> rows, String column) {
        return Vector.of(
                rows.stream().mapToDouble(row -> table.number(row, column)).toArray());
    }

    private static CurvePicture.@Nullable Standard standard(TaskResult task, String observable) {
        Rows standard = Rows.of(task, "standard");
        for (List<@Nullable Object> row : standard.all()) {
            double value = standard.number(row, "value");
            double sigma = standard.number(row, "sigma");
            if (observable.equals(standard.word(row, "observable")) && Double.isFinite(value)) {
                return new CurvePicture.Standard(value, sigma > 0 ? Double.valueOf(sigma) : null);
            }
        }
        return null;
    }

    private List<CurvePicture.Measured> measured(List<TaskResult> tasks, String observable) {
        Map<String, CurvePicture.Measured> found = new LinkedHashMap<>();
        for (TaskResult task : tasks) {
            Rows measured = Rows.of(task, "measured");
            for (List<@Nullable Object> row : measured.all()) {
                double value = measured.number(row, "value");
                double lower = open(measured.number(row, "lower"), Double.NEGATIVE_INFINITY);
                double upper = open(measured.number(row, "upper"), Double.POSITIVE_INFINITY);
                boolean known = Double.isFinite(value) || Double.isFinite(lower) || Double.isFinite(upper);
                if (observable.equals(measured.word(row, "observable"))
                        && Double.isNaN(measured.number(row, "limit"))
                        && known) {
                    String name = measured.word(row, "measurement");
                    boolean range = Double.isNaN(value);
                    String legend = Tex.text(name) + (range ? "" : ", $1\\sigma$");
                    found.put(
                            name,
                            new CurvePicture.Measured(legend, palette.of(name), range ? null : value, lower, upper));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static double open(double end, double otherwise) {
        return Double.isNaN(end) ? otherwise : end;
    }

    private List<CurvePicture.Limit> limits(List<TaskResult> tasks, String observable) {
        Map<String, CurvePicture.Limit> found = new LinkedHashMap<>();
        for (TaskResult task : tasks) {
            Rows measured = Rows.of(task, "measured");
            for (List<@Nullable Object> row : measured.all()) {
                double limit = measured.number(row, "limit");
                double level = measured.number(row, "level");
                if (observable.equals(measured.word(row, "observable")) && Double.isFinite(limit)) {
                    String name = measured.word(row, "measurement");
                    String at = Double.isNaN(level) ? "" : ", " + Tex.level(Double.toString(level));
                    found.put(name, new CurvePicture.Limit(Tex.text(name) + at, palette.of(name), limit));
                }
            }
        }
        return List.copyOf(found.values());
    }
}
