package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.fits.result.TaskResult.PredictionFound;

/**
 * results.csv (RFC 4180): one row per minimum and parameter, per interval segment, per prediction; every number at full
 * precision and, in the last column, rounded after the PDG rule as the tables show it.
 */
final class CsvReportWriter implements TextFileWriter {
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
            for (ResultBlock block : task.blocks()) {
                block(text, task, block);
            }
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
                        task.id(),
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
                            task.id(),
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
                    task.id(),
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

    /** Figures and tables in long form: one row per number or word. */
    private static void block(StringBuilder text, TaskResult task, ResultBlock block) {
        String id = task.id();
        if (block instanceof ResultBlock.Figures figures) {
            for (ResultBlock.Figure figure : figures.figures()) {
                cell(
                        text,
                        id,
                        figures.key(),
                        figure.key(),
                        0,
                        figure.number() == null ? figure.text() : figure.number());
            }
        } else if (block instanceof ResultBlock.Table table) {
            for (int r = 0; r < table.rows().size(); r++) {
                for (int c = 0; c < table.columns().size(); c++) {
                    cell(
                            text,
                            id,
                            table.key(),
                            table.columns().get(c).key(),
                            r + 1,
                            table.rows().get(r).get(c));
                }
            }
        } else if (block instanceof ResultBlock.Curves curves) {
            curves.byLevel().forEach((level, list) -> {
                for (int k = 0; k < list.size(); k++) {
                    for (int i = 0; i < list.get(k).x().size(); i++) {
                        String index = Integer.toString(k + 1);
                        double x = list.get(k).x().get(i);
                        double y = list.get(k).y().get(i);
                        row(text, id, curves.key(), curves.x(), level, index, number(x), "", "", "", "", "");
                        row(text, id, curves.key(), curves.y(), level, index, number(y), "", "", "", "", "");
                    }
                }
            });
        }
    }

    private static void cell(
            StringBuilder text, String task, String quantity, String name, int index, @Nullable Object cell) {
        if (cell == null || (cell instanceof Double number && !Double.isFinite(number))) {
            return;
        }
        boolean isNumber = cell instanceof Double;
        String value = cell instanceof Double number ? number(number) : "";
        row(
                text,
                task,
                quantity,
                name,
                "",
                index == 0 ? "" : Integer.toString(index),
                value,
                "",
                "",
                "",
                "",
                isNumber ? "" : cell.toString());
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    /** One line; cells with commas, quotes or line breaks stand in quotes. */
    static void row(StringBuilder text, String... cells) {
        List<String> quoted = new ArrayList<>();
        for (String cell : cells) {
            boolean quote = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
            quoted.add(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        text.append(String.join(",", quoted)).append("\r\n");
    }
}
