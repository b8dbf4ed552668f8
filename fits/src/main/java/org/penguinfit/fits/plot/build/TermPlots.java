package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Tex;
import org.penguinfit.fits.plot.build.ProfilePicture.Line;
import org.penguinfit.fits.result.TaskResult;

/** Pictures of the blocks {@code terms} and {@code termCurves}: what each measurement of an observable says about it. */
final class TermPlots {
    private static final String HEIGHT = "$-2\\ln L$";

    private final TaskResult task;
    private final Labels labels;

    TermPlots(TaskResult task, Labels labels) {
        this.task = task;
        this.labels = labels;
    }

    /** One picture for each observable, the terms of its measurements overlaid; below it what their rules take for granted. */
    Map<String, Figure> figures() {
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        Map<String, Set<String>> notes = new LinkedHashMap<>();
        for (List<@Nullable Object> term : Rows.of(task, "terms").all()) {
            if (term.get(0) instanceof String measurement
                    && term.get(1) instanceof String observable
                    && term.get(2) instanceof String rule
                    && term.get(3) instanceof String assumption) {
                Line line = line(measurement, observable);
                if (line.x().size() > 1) {
                    lines.computeIfAbsent(observable, o -> new ArrayList<>()).add(line);
                    notes.computeIfAbsent(observable, o -> new LinkedHashSet<>())
                            .add(Tex.text(word(rule) + ": " + assumption));
                }
            }
        }
        Map<String, Figure> figures = new LinkedHashMap<>();
        lines.forEach((observable, found) -> figures.put(
                observable, figure(observable, found, List.copyOf(notes.getOrDefault(observable, Set.of())))));
        return figures;
    }

    private Figure figure(String observable, List<Line> lines, List<String> notes) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Line line : lines) {
            low = Math.min(low, line.x().get(0));
            high = Math.max(high, line.x().get(line.x().size() - 1));
        }
        Axis x = Axis.linear(labels.observable(observable), "").withRange(low, high);
        return ProfilePicture.of(x, HEIGHT, lines, List.of(), null).withNotes(notes);
    }

    /** The rule without its numbers, which differ between measurements: {@code half-Gaussian} of {@code half-Gaussian, σ = 1}. */
    private static String word(String rule) {
        int numbers = rule.indexOf(',');
        return numbers < 0 ? rule : rule.substring(0, numbers);
    }

    private Line line(String measurement, String observable) {
        List<Double> x = new ArrayList<>();
        List<Double> height = new ArrayList<>();
        for (List<@Nullable Object> row : Rows.of(task, "termCurves").all()) {
            if (measurement.equals(row.get(0))
                    && observable.equals(row.get(1))
                    && row.get(2) instanceof Double at
                    && row.get(3) instanceof Double value) {
                x.add(at);
                height.add(value);
            }
        }
        return new Line(Tex.text(measurement), Rows.vector(x), Rows.vector(height));
    }
}
