package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.report.latex.LatexTable;
import org.penguinfit.fits.report.latex.LatexText;
import org.penguinfit.fits.result.Names;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;

/**
 * The table a paper prints of a fit: best-fit values with their uncertainties, χ², and a column per confidence level. The
 * uncertainties are the ends of the 68.27 % interval around the value where the task has one, else from the covariance.
 */
final class LatexResults {
    private final TaskResult task;
    private final Names names;
    private final LatexText latex;
    private final List<String> levels = new ArrayList<>();

    LatexResults(TaskResult task, Names names) {
        this.task = task;
        this.names = names;
        this.latex = new LatexText(names);
        for (Map<String, IntervalSet> sets : task.intervals().values()) {
            sets.keySet().stream().filter(level -> !levels.contains(level)).forEach(levels::add);
        }
    }

    /** What the table shows. */
    String shows() {
        String intervals = levels.isEmpty() ? "" : "; intervals at " + String.join(", ", levels);
        return "Best-fit values with uncertainties at 68.27% CL" + intervals;
    }

    LatexTable table(String caption, String label) {
        boolean units = task.minima().stream()
                .flatMap(minimum -> minimum.parameters().keySet().stream())
                .anyMatch(name -> !unit(name).isEmpty());
        List<String> heading = new ArrayList<>(List.of("Parameter", "Best fit"));
        if (units) {
            heading.add("Unit");
        }
        heading.add("$\\chi^2$");
        levels.forEach(level -> heading.add(latex.cell(level)));
        LatexTable table = new LatexTable(caption, label, heading);
        MinimumFound before = null;
        for (MinimumFound minimum : task.minima()) {
            boolean again = before != null && Objects.equals(minimum.varied(), before.varied());
            if (before != null && (minimum.varied() == null || !again)) {
                table.gap();
            }
            rows(minimum, again, units, table);
            before = minimum;
        }
        return table;
    }

    /** Of one minimum; intervals stand beside the best of its kind. */
    private void rows(MinimumFound minimum, boolean again, boolean units, LatexTable table) {
        boolean first = true;
        String varied = minimum.varied();
        for (String name : varied == null ? minimum.parameters().keySet() : List.of(varied)) {
            List<String> cells = new ArrayList<>();
            cells.add(again && varied != null ? "" : latex.cell(name));
            cells.add(value(minimum, name));
            if (units) {
                cells.add(unit(name));
            }
            cells.add(first ? latex.cell(FitReport.chi2(minimum.chi2(), 4)) : "");
            levels.forEach(level -> cells.add(again ? "" : interval(name, level)));
            table.row(cells);
            first = false;
        }
    }

    private String unit(String name) {
        return names.of(name).map(known -> LatexText.unit(known.unit())).orElse("");
    }

    private String interval(String name, String level) {
        IntervalSet set = task.intervals().getOrDefault(name, Map.of()).get(level);
        return set == null ? "" : latex.cell(FitReport.segments(set));
    }

    private String value(MinimumFound minimum, String name) {
        double value = minimum.parameters().getOrDefault(name, Double.NaN);
        Interval around = oneSigma(minimum, name);
        if (around != null) {
            return latex.cell(PdgRounding.withSides(value, around.upper() - value, value - around.lower()));
        }
        Double sigma = minimum.uncertainties().get(name);
        return latex.cell(sigma == null ? PdgRounding.plain(value, 4) : PdgRounding.withUncertainty(value, sigma));
    }

    /**
     * The segment of the 68.27 % set that holds this minimum and no other one inside; null if there is none or the range ends
     * it.
     */
    private @Nullable Interval oneSigma(MinimumFound minimum, String name) {
        Map<String, IntervalSet> sets = task.intervals().getOrDefault(name, Map.of());
        for (Level level : task.heading().levels()) {
            IntervalSet set = sets.get(level.label());
            if (set != null
                    && level.level().equals(ConfidenceLevel.ofSigmas(1))
                    && !task.clipped().contains(name)) {
                return set.segments().stream()
                        .filter(segment -> inside(minimum, name, segment))
                        .filter(segment -> task.minima().stream()
                                .noneMatch(other -> !other.equals(minimum)
                                        && Objects.equals(other.varied(), minimum.varied())
                                        && inside(other, name, segment)))
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    private static boolean inside(MinimumFound minimum, String name, Interval segment) {
        double value = minimum.parameters().getOrDefault(name, Double.NaN);
        return segment.lower() < value && value < segment.upper();
    }
}
