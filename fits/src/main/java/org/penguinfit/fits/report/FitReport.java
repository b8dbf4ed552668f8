package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.config.TaskConfig.Published;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.DatumUsed;
import org.penguinfit.fits.result.TaskResult.Goodness;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.fits.result.TaskResult.PullFound;

/** The human part of a report, one section per task, the same for terminal and Markdown. Rounded after the PDG rule. */
final class FitReport {
    /**
     * A section.
     *
     * @param heading task and type
     * @param data one line per published result
     * @param tables the numbers
     * @param remarks what a reader should know
     */
    record Section(String heading, List<String> data, List<TextTable> tables, List<String> remarks) {}

    /** Caption of the table of pulls. */
    static final String PULLS = "Pulls at the best minimum: (measured − predicted)/σ";

    /** Caption of a table of correlations, before the number of the minimum. */
    static final String CORRELATIONS = "Correlations at minimum ";

    /** Caption of the table of minima of a fit of all parameters together. */
    static final String MINIMA = "Minima";

    /** Caption of the table of intervals of such a fit. */
    static final String INTERVALS = "Intervals";

    /** Caption of the table of minima and intervals of one parameter after the other. */
    static final String BOTH = "Minima and intervals";

    private FitReport() {}

    static Section section(TaskResult task) {
        List<TextTable> tables = new ArrayList<>();
        switch (task.type()) {
            case ALLOWED -> tables.add(allowed(task));
            case ONE_AT_A_TIME -> tables.add(oneAtATime(task));
            case EVOLUTION -> {} // its tables are blocks
            default -> fit(task, tables);
        }
        for (ResultBlock block : task.blocks()) {
            BlockTables.of(block).ifPresent(tables::add);
        }
        if (!task.predictions().isEmpty()) {
            boolean atPoints = PointTable.isNeeded(task);
            tables.addAll(
                    atPoints ? 0 : tables.size(),
                    atPoints ? PredictionTables.ofPoints(task) : PredictionTables.of(task.predictions()));
        }
        PublishedColumns.of(task)
                .flatMap(columns -> columns.table(inTables(task)))
                .ifPresent(tables::add);
        tables.removeIf(table -> table.rows().size() < 2);
        return new Section(task.heading().line(), data(task), tables, remarks(task));
    }

    /** Names whose printed numbers stand in the table of their sets. */
    private static List<String> inTables(TaskResult task) {
        boolean bySet = task.type() == TaskConfig.Type.ALLOWED || task.type() == TaskConfig.Type.ONE_AT_A_TIME;
        Published published = task.heading().published();
        return bySet && published != null
                ? published.intervals().keySet().stream()
                        .filter(task.intervals()::containsKey)
                        .toList()
                : List.of();
    }

    private static List<String> data(TaskResult task) {
        List<String> lines = new ArrayList<>();
        for (DatumUsed datum : task.data()) {
            lines.add(String.join(", ", datum.observables()) + " " + datum.published() + "  [" + datum.measurement()
                    + "; " + datum.rule() + "]");
        }
        return lines;
    }

    private static List<String> remarks(TaskResult task) {
        List<String> remarks = new ArrayList<>();
        if (task.status() != TaskResult.Status.OK) {
            remarks.add("status: " + task.status().key());
        }
        Goodness fit = task.fit();
        if (fit != null) {
            remarks.add(goodness(fit, task.type() != TaskConfig.Type.ONE_AT_A_TIME));
        }
        if (!task.clipped().isEmpty()) {
            remarks.add("an interval ends at the edge of the range of " + String.join(", ", task.clipped()));
        }
        remarks.addAll(task.notes());
        Published published = task.heading().published();
        if (published != null && !published.remark().isEmpty()) {
            remarks.add(published.remark().strip().replace("\n", " "));
        }
        return remarks;
    }

    private static String goodness(Goodness fit, boolean together) {
        String p = fit.pValue() == null ? "" : ", p-value " + PdgRounding.plain(fit.pValue(), 3);
        return (together ? "" : "best single parameter: ") + "χ² = " + chi2(fit.chi2())
                + (fit.ndof() < 0
                        ? " with more parameters than data"
                        : " for " + fit.ndof() + (fit.ndof() == 1 ? " degree of freedom" : " degrees of freedom"))
                + p + "; SM χ² = " + chi2(fit.chi2Sm())
                + ", pull of the SM " + PdgRounding.plain(fit.pullSm(), 3) + "σ";
    }

    // --- tables -----------------------------------------------------------------------------------------------------

    private static TextTable allowed(TaskResult task) {
        Optional<PublishedColumns> published = PublishedColumns.of(task);
        List<String> heading = new ArrayList<>(List.of("parameter", "allowed"));
        published.ifPresent(columns -> heading.addAll(columns.headings()));
        TextTable table = new TextTable(heading.toArray(new String[0])).captioned("Allowed sets");
        for (Map.Entry<String, Map<String, IntervalSet>> entry :
                task.intervals().entrySet()) {
            for (IntervalSet set : entry.getValue().values()) {
                List<String> cells = new ArrayList<>(List.of(entry.getKey(), segments(set)));
                published.ifPresent(columns -> cells.addAll(columns.cells(entry.getKey())));
                table.row(cells);
            }
        }
        return table;
    }

    private static TextTable oneAtATime(TaskResult task) {
        Optional<PublishedColumns> published = PublishedColumns.of(task);
        List<String> heading = new ArrayList<>(List.of("parameter", "minimum", "rounded", "χ²", "level", "interval"));
        published.ifPresent(columns -> heading.addAll(columns.headings()));
        TextTable table = new TextTable(heading.toArray(new String[0])).captioned(BOTH);
        for (String name : task.intervals().keySet()) {
            List<MinimumFound> minima = new ArrayList<>();
            for (MinimumFound minimum : task.minima()) {
                if (name.equals(minimum.varied())) {
                    minima.add(minimum);
                }
            }
            List<Map.Entry<String, IntervalSet>> levels =
                    List.copyOf(task.intervals().getOrDefault(name, Map.of()).entrySet());
            for (int i = 0; i < Math.max(minima.size(), levels.size()); i++) {
                List<String> cells = new ArrayList<>();
                cells.add(i == 0 ? name : "");
                cells.add(i < minima.size() ? position(minima.get(i), name) : "");
                cells.add(i < minima.size() ? value(minima.get(i), name) : "");
                cells.add(i < minima.size() ? chi2(minima.get(i).chi2()) : "");
                cells.add(i < levels.size() ? levels.get(i).getKey() : "");
                cells.add(i < levels.size() ? segments(levels.get(i).getValue()) : "");
                String printed = i == 0 ? name : "";
                published.ifPresent(columns -> cells.addAll(columns.cells(printed)));
                table.row(cells);
            }
        }
        return table;
    }

    private static void fit(TaskResult task, List<TextTable> tables) {
        if (task.minima().isEmpty()) {
            return;
        }
        TextTable minima = new TextTable("minimum", "χ²", "Δχ²", "parameter", "value", "rounded").captioned(MINIMA);
        int number = 1;
        for (MinimumFound minimum : task.minima()) {
            boolean first = true;
            for (String name : minimum.parameters().keySet()) {
                minima.row(List.of(
                        first ? Integer.toString(number) : "",
                        first ? chi2(minimum.chi2()) : "",
                        first ? chi2(minimum.deltaChi2(), 4) : "",
                        name,
                        position(minimum, name),
                        value(minimum, name)));
                first = false;
            }
            number++;
        }
        tables.add(minima);
        correlation(task.minima(), tables);
        TextTable intervals = new TextTable("parameter", "level", "interval").captioned(INTERVALS);
        for (Map.Entry<String, Map<String, IntervalSet>> entry :
                task.intervals().entrySet()) {
            for (Map.Entry<String, IntervalSet> level : entry.getValue().entrySet()) {
                intervals.row(List.of(entry.getKey(), level.getKey(), segments(level.getValue())));
            }
        }
        tables.add(intervals);
        tables.add(pulls(task));
    }

    private static void correlation(List<MinimumFound> minima, List<TextTable> tables) {
        for (int k = 0; k < minima.size(); k++) {
            CovarianceMatrix covariance = minima.get(k).covariance();
            if (covariance == null || minima.get(k).uncertainties().size() < 2) {
                continue;
            }
            List<String> names = List.copyOf(minima.get(k).uncertainties().keySet());
            List<String> heading = new ArrayList<>(List.of("correlation at minimum " + (k + 1)));
            heading.addAll(names);
            TextTable table = new TextTable(heading.toArray(new String[0])).captioned(CORRELATIONS + (k + 1));
            for (int i = 0; i < names.size(); i++) {
                List<String> cells = new ArrayList<>(List.of(names.get(i)));
                for (int j = 0; j < names.size(); j++) {
                    cells.add(PdgRounding.fixed(covariance.correlation(i, j), 3));
                }
                table.row(cells);
            }
            tables.add(table);
        }
    }

    /** Pulls at the best minimum. */
    static TextTable pulls(TaskResult task) {
        TextTable table =
                new TextTable("measurement", "observable", "measured", "predicted", "pull", "χ²").captioned(PULLS);
        double largest = task.pulls().stream()
                .mapToDouble(pull -> Math.abs(pull.predicted()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        for (PullFound pull : task.pulls()) {
            table.row(List.of(
                    pull.measurement(),
                    pull.observable(),
                    PdgRounding.plain(pull.measured(), 4),
                    PdgRounding.plain(Noise.among(pull.predicted(), largest), 4),
                    PdgRounding.fixed(pull.pull(), 2),
                    chi2(pull.chi2(), 4)));
        }
        return table;
    }

    // --- cells
    // --------------------------------------------------------------------------------------------------------

    /** Far below what any interval depends on; a perfect fit is 0, not 3e-32. */
    private static final double NO_CHI2 = 1e-12;

    static String chi2(double chi2) {
        return chi2(chi2, 7);
    }

    /** χ² with so many significant digits. */
    static String chi2(double chi2, int digits) {
        return Math.abs(chi2) < NO_CHI2 ? "0" : PdgRounding.plain(chi2, digits);
    }

    private static String position(MinimumFound minimum, String name) {
        double value = minimum.parameters().getOrDefault(name, Double.NaN);
        return PdgRounding.plain(Noise.place(value, minimum.uncertainties().getOrDefault(name, 0.0)), 6);
    }

    /** The value of a parameter at a minimum, rounded, with its uncertainty if it has one. */
    static String value(MinimumFound minimum, String name) {
        double value = minimum.parameters().getOrDefault(name, Double.NaN);
        Double sigma = minimum.uncertainties().get(name);
        String limit = minimum.atLimit().contains(name) ? " (at limit)" : "";
        return (sigma == null ? PdgRounding.plain(value, 5) : PdgRounding.withUncertainty(value, sigma)) + limit;
    }

    /** A union of segments, ends rounded to about a thousandth of its whole extent, finer if a segment is narrow. */
    static String segments(IntervalSet set) {
        if (set.isEmpty()) {
            return "none";
        }
        List<Interval> segments = set.segments();
        double reach = 0;
        for (Interval segment : segments) {
            reach = Math.max(reach, Math.max(Math.abs(segment.lower()), Math.abs(segment.upper())));
        }
        int decimals = decimals(segments, reach);
        int exponent = PdgRounding.exponent(reach, decimals);
        List<String> texts = new ArrayList<>();
        for (Interval segment : segments.subList(0, Math.min(segments.size(), MAX_SEGMENTS))) {
            texts.add("[" + PdgRounding.fixed(segment.lower(), decimals, exponent) + ", "
                    + PdgRounding.fixed(segment.upper(), decimals, exponent) + "]");
        }
        if (segments.size() > MAX_SEGMENTS) {
            texts.add("… (" + segments.size() + " segments)");
        }
        String union = String.join(" ∪ ", texts);
        if (exponent == 0) {
            return union;
        }
        return (segments.size() > 1 ? "(" + union + ")" : union) + "e" + exponent;
    }

    private static int decimals(List<Interval> segments, double reach) {
        int decimals = reach > 0 ? (int) Math.ceil(END_DIGITS - Math.log10(reach)) : 0;
        for (Interval segment : segments) {
            double width = segment.upper() - segment.lower();
            if (width > POINT * reach) {
                decimals = Math.max(decimals, (int) Math.ceil(WIDTH_DIGITS - Math.log10(width)));
            }
        }
        return decimals;
    }

    /** A set in more pieces, such as that of a fast oscillation, is no set for a table; results.json has them all. */
    private static final int MAX_SEGMENTS = 12;

    /** Interval ends get four significant digits for the end farthest from zero: finer than any uncertainty of them. */
    private static final int END_DIGITS = 3;

    /** The width of each segment shows two digits at least, as an uncertainty does. */
    private static final int WIDTH_DIGITS = 1;

    /** A segment narrower than this part of its distance from zero is a point that rounding has widened. */
    private static final double POINT = 1e-7;
}
