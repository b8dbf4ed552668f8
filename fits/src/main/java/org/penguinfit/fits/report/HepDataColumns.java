package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.result.Names;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.measurements.exchange.hepdata.HepCells;

/** Blocks of a task as HEPData tables. */
final class HepDataColumns {
    /** What HEPData writes where a number is missing. */
    static final String MISSING = "-";

    private final Names names;
    private final List<Object> qualifiers;

    /**
     * Of one task.
     *
     * @param qualifiers of every dependent variable
     */
    HepDataColumns(Names names, List<Object> qualifiers) {
        this.names = names;
        this.qualifiers = qualifiers;
    }

    /** The observables whose measurements or predictions stand in the task. */
    List<String> observables(TaskResult task) {
        Set<String> observables = new LinkedHashSet<>(task.predictions().keySet());
        task.data().forEach(datum -> observables.addAll(datum.observables()));
        return List.copyOf(observables);
    }

    /** HEPData's way to write a unit: {@code GEV**-2}; empty for 1. */
    static String unit(String written) {
        return written.equals("1") ? "" : written.replace("GeV", "GEV").replace("^", "**");
    }

    String unitOf(String name) {
        return names.of(name).map(known -> unit(known.unit())).orElse("");
    }

    Object independent(String header, List<?> values) {
        return HepCells.column(header, unitOf(header), List.of(), values);
    }

    Object dependent(String header, String unit, List<?> values) {
        return HepCells.column(header, unit, qualifiers, values);
    }

    /** A dependent variable at a confidence level. */
    Object dependent(String header, String unit, String level, List<?> values) {
        List<Object> all = new ArrayList<>(qualifiers);
        all.add(HepCells.qualifier("CL", level, ""));
        return HepCells.column(header, unit, all, values);
    }

    /** A number, a word, or what stands for a missing one. */
    static Object cell(@Nullable Object content) {
        if (content instanceof Double number && !Double.isFinite(number)) {
            return HepCells.value(number.isNaN() ? MISSING : number > 0 ? "inf" : "-inf");
        }
        return HepCells.value(content == null ? MISSING : content);
    }

    Map<String, Object> figures(ResultBlock.Figures figures) {
        List<Object> labels = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (ResultBlock.Figure figure : figures.figures()) {
            labels.add(HepCells.value(figure.label()));
            values.add(cell(figure.number() == null ? figure.text() : figure.number()));
        }
        return HepCells.table(List.of(independent("Quantity", labels)), List.of(dependent("Value", "", values)));
    }

    /** Words at the left are independent, and of a curve the number behind them; a column {@code sigma} is the error of {@code value}. */
    Map<String, Object> table(ResultBlock.Table table) {
        int split = split(table);
        List<Object> independent = new ArrayList<>();
        List<Object> dependent = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            ResultBlock.Column column = table.columns().get(c);
            String header = header(column);
            if (c < split) {
                independent.add(HepCells.column(header, unitOf(column.key()), List.of(), values(table, c)));
            } else if (!(isSigma(table, c) && c > split)) {
                boolean errors = c + 1 < table.columns().size() && isSigma(table, c + 1);
                List<Object> values = errors ? valuesWithErrors(table, c) : values(table, c);
                dependent.add(dependent(header, unitOf(column.key()), values));
            }
        }
        return HepCells.table(independent, dependent);
    }

    private static String header(ResultBlock.Column column) {
        return column.label().isEmpty() ? column.key() : column.label();
    }

    private static boolean isSigma(ResultBlock.Table table, int c) {
        return c > 0
                && table.columns().get(c).key().equals("sigma")
                && table.columns().get(c - 1).key().equals("value");
    }

    /** Number of independent columns; at least one column is dependent. */
    private static int split(ResultBlock.Table table) {
        int split = 0;
        boolean number = false;
        while (split < table.columns().size() - 1) {
            boolean words = isWords(table, split);
            if (!words && (number || (table.shown() && split > 0))) {
                break;
            }
            number |= !words;
            split++;
        }
        return split;
    }

    private static boolean isWords(ResultBlock.Table table, int c) {
        return table.rows().stream().anyMatch(row -> row.get(c) instanceof String);
    }

    private static List<Object> values(ResultBlock.Table table, int c) {
        List<Object> values = new ArrayList<>();
        table.rows().forEach(row -> values.add(cell(row.get(c))));
        return values;
    }

    private static List<Object> valuesWithErrors(ResultBlock.Table table, int c) {
        List<Object> values = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            boolean known = row.get(c) instanceof Double value && Double.isFinite(value);
            values.add(
                    known && row.get(c + 1) instanceof Double sigma && sigma > 0 && Double.isFinite(sigma)
                            ? HepCells.value((Double) row.get(c), sigma, "")
                            : cell(row.get(c)));
        }
        return values;
    }

    /** The points of all curves of one level. */
    Map<String, Object> contour(ResultBlock.Curves curves, String level, List<ResultBlock.Curve> list) {
        List<Object> number = new ArrayList<>();
        List<Object> x = new ArrayList<>();
        List<Object> y = new ArrayList<>();
        for (int k = 0; k < list.size(); k++) {
            for (int i = 0; i < list.get(k).x().size(); i++) {
                number.add(HepCells.value((double) (k + 1)));
                x.add(cell(list.get(k).x().get(i)));
                y.add(cell(list.get(k).y().get(i)));
            }
        }
        return HepCells.table(
                List.of(independent("Curve", number), independent(curves.x(), x)),
                List.of(dependent(curves.y(), unitOf(curves.y()), level, y)));
    }
}
