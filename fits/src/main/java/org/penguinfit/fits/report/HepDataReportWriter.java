package org.penguinfit.fits.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.measurements.exchange.hepdata.HepCells;
import org.penguinfit.measurements.exchange.hepdata.HepSubmission;

/**
 * hepdata/: a HEPData submission of the results: minima, correlations, intervals, pulls, predictions, tables, curves and
 * contours of every task, each a data file.
 */
final class HepDataReportWriter implements ReportWriter {
    private static final String FOLDER = "hepdata/";

    /** A longer table is a sample or a scan of many parameters, for which results.json is the place. */
    private static final int MOST_ROWS = 5000;

    @Override
    public String table() {
        return "hepdata";
    }

    @Override
    public Map<String, String> files(FitResult result) {
        HepSubmission submission = new HepSubmission();
        for (TaskResult task : result.tasks()) {
            new Submitted(result, task, submission).all();
        }
        Map<String, String> files = new LinkedHashMap<>();
        if (submission.size() > 0) {
            submission.files(comment(result)).forEach((name, text) -> files.put(FOLDER + name, text));
        }
        return files;
    }

    @Override
    public String stale() {
        return FOLDER + "*.yaml";
    }

    private static String comment(FitResult result) {
        return result.title().strip() + ". "
                + (result.reference().isEmpty() ? "" : result.reference() + ". ")
                + "Results of the fit " + result.fit() + ", written by Penguinfit " + result.version()
                + ". Parameters have the names of the WCxf basis where it has them.";
    }

    /** The tables of one task. */
    private static final class Submitted {
        private final FitResult result;
        private final TaskResult task;
        private final HepSubmission submission;
        private final HepDataColumns columns;

        Submitted(FitResult result, TaskResult task, HepSubmission submission) {
            this.result = result;
            this.task = task;
            this.submission = submission;
            List<Object> qualifiers =
                    List.of(HepCells.qualifier("Fit", result.fit(), ""), HepCells.qualifier("Task", task.id(), ""));
            this.columns = new HepDataColumns(result.names(), qualifiers);
        }

        void all() {
            HepDataMinima minima = new HepDataMinima(task, columns);
            if (task.type() != TaskConfig.Type.ALLOWED) { // hard cuts have no best fit, as in the report
                fitted(minima);
            }
            minima.intervals().ifPresent(data -> add("intervals", "Sets of parameters by confidence level", data));
            minima.predictions().ifPresent(data -> add("predictions", "Predictions", data));
            task.blocks().forEach(this::block);
        }

        private void fitted(HepDataMinima minima) {
            if (!task.minima().isEmpty()) {
                add("best fit", "Minima of −2 ln L, best first", minima.values());
            }
            minima.correlations()
                    .forEach((number, data) ->
                            add("correlations " + number, "Correlations of the parameters at minimum " + number, data));
            minima.pulls().ifPresent(data -> add("pulls", FitReport.PULLS, data));
        }

        private void block(ResultBlock block) {
            if (block instanceof ResultBlock.Figures figures
                    && !figures.figures().isEmpty()) {
                add(block.key(), block.title(), columns.figures(figures));
            } else if (block instanceof ResultBlock.Table table
                    && !table.rows().isEmpty()
                    && table.rows().size() <= MOST_ROWS) {
                add(block.key(), block.title(), columns.table(table));
            } else if (block instanceof ResultBlock.Curves curves) {
                curves.byLevel().forEach((level, list) -> {
                    if (!list.isEmpty()) {
                        String name = block.key() + " " + level;
                        add(name, block.title() + " at " + level, columns.contour(curves, level, list));
                    }
                });
            }
        }

        private void add(String what, String description, Map<String, Object> data) {
            String place = result.reference().isEmpty() ? "" : " (" + result.reference() + ")";
            List<Object> keywords = List.of(
                    HepCells.keyword("observables", columns.observables(task)),
                    HepCells.keyword("phrases", List.of(task.type().key())));
            String words = task.heading().line() + ". " + description + place + ".";
            submission.add(task.id() + ", " + what, words, keywords, "", data);
        }
    }
}
