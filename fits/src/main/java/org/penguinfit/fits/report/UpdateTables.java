package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.Goodness;
import org.penguinfit.fits.result.TaskResult.PredictionFound;
import org.penguinfit.fits.update.MeasurementChange;
import org.penguinfit.fits.update.ParameterChange;
import org.penguinfit.fits.update.ParameterChange.BestValue;
import org.penguinfit.fits.update.TaskChange;
import org.penguinfit.fits.update.UpdateResult;

/** The tables of an update: what happened to the measurements, and every number before and after. */
final class UpdateTables {
    private static final String NOTHING = "–";

    private UpdateTables() {}

    /** Every measurement that entered, left or stays out. */
    static TextTable measurements(UpdateResult update) {
        TextTable table = new TextTable("measurement", "", "why", "value", "tasks");
        Set<String> all = new LinkedHashSet<>();
        update.tasks().forEach(task -> all.add(task.id()));
        for (MeasurementChange change : update.changes()) {
            boolean everywhere = all.size() == change.tasks().size();
            table.row(List.of(
                    change.name(),
                    change.kind().key(),
                    change.reason(),
                    String.join("; ", change.published()),
                    change.tasks().isEmpty() ? "none" : everywhere ? "all" : String.join(", ", change.tasks())));
        }
        return table;
    }

    /** The numbers of one task. */
    static TextTable numbers(TaskChange task) {
        TextTable table = new TextTable("", "quantity", "before", "after", "shift");
        for (ParameterChange parameter : task.parameters()) {
            parameter(table, parameter);
        }
        goodness(table, task.before().fit(), task.after().fit());
        for (TaskChange.FigureChange figure : task.figures()) {
            table.row(List.of(figure.block(), figure.label(), plain(figure.before()), plain(figure.after()), NOTHING));
        }
        predictions(table, task);
        if (task.before().status() != task.after().status()) {
            table.row(List.of(
                    "task",
                    "status",
                    task.before().status().key(),
                    task.after().status().key(),
                    NOTHING));
        }
        return table;
    }

    private static void parameter(TextTable table, ParameterChange parameter) {
        String name = parameter.name();
        if (parameter.before().isPresent() || parameter.after().isPresent()) {
            table.row(List.of(name, "best fit", best(parameter.before()), best(parameter.after()), shift(parameter)));
            name = "";
        }
        for (Map.Entry<String, ParameterChange.Sets> level :
                parameter.intervals().entrySet()) {
            table.row(List.of(
                    name,
                    level.getKey(),
                    set(level.getValue().before()),
                    set(level.getValue().after()),
                    ""));
            name = "";
        }
    }

    private static String set(IntervalSet set) {
        return set.isEmpty() ? NOTHING : FitReport.segments(set);
    }

    private static String best(Optional<BestValue> best) {
        if (best.isEmpty()) {
            return NOTHING;
        }
        BestValue value = best.get();
        String text = value.sigma().isEmpty()
                ? PdgRounding.plain(value.value(), 4)
                : PdgRounding.withUncertainty(value.value(), value.sigma().get());
        return value.minima() > 1 ? text + "  (" + value.minima() + " minima)" : text;
    }

    private static String shift(ParameterChange parameter) {
        Optional<Double> inSigma = parameter.shiftInSigma();
        if (inSigma.isPresent()) {
            return signed(inSigma.get()) + "σ";
        }
        return parameter.shift().map(d -> signed(d)).orElse(NOTHING);
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + PdgRounding.plain(value, 2);
    }

    private static void goodness(TextTable table, @Nullable Goodness before, @Nullable Goodness after) {
        if (before == null && after == null) {
            return;
        }
        row(table, "fit", "χ² / ndof", before, after, UpdateTables::chi2);
        row(
                table,
                "",
                "p-value",
                before,
                after,
                fit -> fit.pValue() == null ? NOTHING : PdgRounding.plain(fit.pValue(), 3));
        row(table, "", "χ² of the SM", before, after, fit -> PdgRounding.plain(fit.chi2Sm(), 4));
        row(table, "", "pull of the SM", before, after, fit -> PdgRounding.plain(fit.pullSm(), 3) + "σ");
    }

    private static String chi2(Goodness fit) {
        String chi2 = Math.abs(fit.chi2()) < ROUNDING_NOISE ? "0" : PdgRounding.plain(fit.chi2(), 4);
        return chi2 + " / " + fit.ndof();
    }

    private static void row(
            TextTable table,
            String name,
            String quantity,
            @Nullable Goodness before,
            @Nullable Goodness after,
            Function<Goodness, String> text) {
        table.row(List.of(
                name,
                quantity,
                before == null ? NOTHING : text.apply(before),
                after == null ? NOTHING : text.apply(after),
                ""));
    }

    private static void predictions(TextTable table, TaskChange task) {
        Set<String> names = new LinkedHashSet<>(task.before().predictions().keySet());
        names.addAll(task.after().predictions().keySet());
        for (String name : names) {
            table.row(List.of(name, "prediction", prediction(task.before(), name), prediction(task.after(), name), ""));
        }
    }

    private static String prediction(TaskResult result, String name) {
        PredictionFound found = result.predictions().get(name);
        if (found == null) {
            return NOTHING;
        }
        return found.uncertainty() == null
                ? PdgRounding.plain(found.value(), 6)
                : PdgRounding.withUncertainty(found.value(), found.uncertainty());
    }

    private static String plain(double value) {
        return Double.isNaN(value) ? NOTHING : PdgRounding.plain(value, 5);
    }

    /** What a reader should know about one task: a best fit that may have moved to another minimum. */
    static List<String> remarks(TaskChange task) {
        List<String> remarks = new ArrayList<>();
        if (task.after().status() == TaskResult.Status.NO_DATA) {
            remarks.add("no measurement enters");
        }
        List<String> several = new ArrayList<>();
        for (ParameterChange parameter : task.parameters()) {
            if (parameter.after().map(BestValue::minima).orElse(0) > 1) {
                several.add(parameter.name());
            }
        }
        if (!several.isEmpty()) {
            remarks.add(
                    "the shift is from the lowest minimum before to the lowest after: " + String.join(", ", several));
        }
        return remarks;
    }

    /** −2 ln L of a perfect fit is 0 up to rounding. */
    private static final double ROUNDING_NOISE = 1e-9;
}
