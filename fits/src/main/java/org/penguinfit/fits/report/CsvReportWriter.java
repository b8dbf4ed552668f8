package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.fits.run.FitResult;
import org.penguinfit.fits.run.TaskResult;
import org.penguinfit.fits.run.TaskResult.MinimumFound;
import org.penguinfit.fits.run.TaskResult.PredictionFound;

/**
 * results.csv (RFC 4180): one row per minimum and parameter, per interval segment, per prediction; every number at full
 * precision and, in the last column, rounded after the PDG rule as the tables show it.
 */
final class CsvReportWriter implements ReportWriter {
    @Override
    public String table() {
        return "csv";
    }

    @Override
    public String fileName() {
        return "results.csv";
    }

    @Override
    public String write(FitResult result) {
        StringBuilder text = new StringBuilder();
        row(text, "task", "quantity", "name", "level", "index", "value", "lower", "upper", "sigma", "chi2", "rounded");
        for (TaskResult task : result.tasks()) {
            minima(text, task);
            intervals(text, task);
            predictions(text, task);
        }
        return text.toString();
    }

    private static void minima(StringBuilder text, TaskResult task) {
        int index = 0;
        for (MinimumFound minimum : task.minima()) {
            index++;
            for (Map.Entry<String, Double> parameter : minimum.parameters().entrySet()) {
                if (minimum.varied() != null
                        && !minimum.varied().equals(parameter.getKey())
                        && !minimum.uncertainties().containsKey(parameter.getKey())) {
                    continue; // held at its default
                }
                Double sigma = minimum.uncertainties().get(parameter.getKey());
                double value = parameter.getValue();
                row(
                        text,
                        task.config().id(),
                        "minimum",
                        parameter.getKey(),
                        "",
                        Integer.toString(index),
                        number(value),
                        "",
                        "",
                        sigma == null ? "" : number(sigma),
                        number(minimum.chi2()),
                        sigma == null ? PdgRounding.plain(value, 5) : PdgRounding.withUncertainty(value, sigma));
            }
        }
    }

    private static void intervals(StringBuilder text, TaskResult task) {
        for (Map.Entry<String, Map<String, IntervalSet>> parameter :
                task.intervals().entrySet()) {
            for (Map.Entry<String, IntervalSet> level : parameter.getValue().entrySet()) {
                int index = 0;
                for (Interval segment : level.getValue().segments()) {
                    index++;
                    row(
                            text,
                            task.config().id(),
                            "interval",
                            parameter.getKey(),
                            level.getKey(),
                            Integer.toString(index),
                            "",
                            number(segment.lower()),
                            number(segment.upper()),
                            "",
                            "",
                            FitReport.segments(level.getValue()));
                }
            }
        }
    }

    private static void predictions(StringBuilder text, TaskResult task) {
        for (Map.Entry<String, PredictionFound> entry : task.predictions().entrySet()) {
            PredictionFound prediction = entry.getValue();
            Double sigma = prediction.uncertainty();
            row(
                    text,
                    task.config().id(),
                    "prediction",
                    entry.getKey(),
                    "",
                    "",
                    number(prediction.value()),
                    "",
                    "",
                    sigma == null ? "" : number(sigma),
                    "",
                    sigma == null
                            ? PdgRounding.plain(prediction.value(), 6)
                            : PdgRounding.withUncertainty(prediction.value(), sigma));
        }
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    private static void row(StringBuilder text, String... cells) {
        List<String> quoted = new ArrayList<>();
        for (String cell : cells) {
            boolean quote = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
            quoted.add(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        text.append(String.join(",", quoted)).append("\r\n");
    }
}
