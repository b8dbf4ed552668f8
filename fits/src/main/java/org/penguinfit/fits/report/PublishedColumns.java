package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.fits.config.PrintedText;
import org.penguinfit.fits.config.PrintedText.Form;
import org.penguinfit.fits.config.TaskConfig.Published;
import org.penguinfit.fits.result.TaskResult;

/** What a paper prints, whether ours rounds to it, and what corrected formulas give, as columns of a table for people. */
final class PublishedColumns {
    private static final int DIGITS = 5;

    private final String where;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> verdicts = new LinkedHashMap<>();
    private final Map<String, List<Double>> ours = new LinkedHashMap<>();
    private final Map<String, String> corrected;

    private PublishedColumns(TaskResult task, Published published) {
        this.where = published.where();
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (List<@Nullable Object> row : task.rows("printed")) {
            String name = String.valueOf(row.get(0));
            texts.put(name, String.valueOf(row.get(1)));
            if (row.get(3) instanceof Double value) {
                ours.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
            if (row.get(5) instanceof String word) {
                words.computeIfAbsent(name, n -> new ArrayList<>()).add(word);
                String step = row.get(4) instanceof Double to ? " (to " + PdgRounding.plain(to, DIGITS) + ")" : "";
                verdicts.put(name, verdict(words.getOrDefault(name, List.of())) + step);
            }
        }
        this.corrected = corrected(task.rows("corrected"));
    }

    /** One word if all numbers have the same, else how many round to what is printed, such as {@code 1 of 2}. */
    private static String verdict(List<String> words) {
        long agree = words.stream().filter("yes"::equals).count();
        return words.stream().distinct().count() == 1 ? words.get(0) : agree + " of " + words.size();
    }

    /** Of a task; empty where nothing is printed. */
    static Optional<PublishedColumns> of(TaskResult task) {
        Published published = task.heading().published();
        return published == null
                ? Optional.empty()
                : Optional.of(new PublishedColumns(task, published)).filter(columns -> !columns.texts.isEmpty());
    }

    private static Map<String, String> corrected(List<List<@Nullable Object>> rows) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, List<Interval>> segments = new LinkedHashMap<>();
        for (List<@Nullable Object> row : rows) {
            String name = String.valueOf(row.get(0));
            if (row.get(3) instanceof Double lower && row.get(4) instanceof Double upper) {
                segments.computeIfAbsent(name, n -> new ArrayList<>()).add(new Interval(lower, upper));
            } else if (row.get(1) instanceof Double value) {
                texts.put(
                        name,
                        row.get(2) instanceof Double sigma
                                ? PdgRounding.withUncertainty(value, sigma)
                                : PdgRounding.plain(value, DIGITS));
            }
        }
        segments.forEach((name, list) -> texts.put(name, FitReport.segments(IntervalSet.of(list))));
        return texts;
    }

    /** The headings. */
    List<String> headings() {
        List<String> headings = new ArrayList<>(List.of("printed in " + where));
        if (!verdicts.isEmpty()) {
            headings.add("rounds to it");
        }
        if (!corrected.isEmpty()) {
            headings.add("corrected");
        }
        return headings;
    }

    /** The cells of a quantity; empty ones if nothing is printed of it. */
    List<String> cells(String name) {
        List<String> cells = new ArrayList<>(List.of(texts.getOrDefault(name, "")));
        if (!verdicts.isEmpty()) {
            cells.add(verdicts.getOrDefault(name, ""));
        }
        if (!corrected.isEmpty()) {
            cells.add(corrected.getOrDefault(name, ""));
        }
        return cells;
    }

    /** A table of what no other table shows; empty if there is nothing left. */
    Optional<TextTable> table(List<String> shown) {
        List<String> headings = new ArrayList<>(List.of("quantity", "value"));
        headings.addAll(headings());
        TextTable table = new TextTable(headings.toArray(new String[0])).captioned("Printed numbers");
        boolean any = false;
        for (String name : texts.keySet()) {
            if (!shown.contains(name)) {
                any = true;
                List<String> cells = new ArrayList<>(List.of(name, value(name)));
                cells.addAll(cells(name));
                table.row(cells);
            }
        }
        return any ? Optional.of(table) : Optional.empty();
    }

    /** Everything that is printed: task, quantity, found, printed, where, whether ours rounds to it, corrected. */
    List<List<String>> comparison(TaskResult task) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, String> printed : texts.entrySet()) {
            String name = printed.getKey();
            List<String> sets = new ArrayList<>();
            for (IntervalSet set : task.intervals().getOrDefault(name, Map.of()).values()) {
                sets.add(FitReport.segments(set));
            }
            rows.add(List.of(
                    task.id(),
                    name,
                    sets.size() == 1 ? sets.get(0) : value(name),
                    printed.getValue(),
                    where,
                    verdicts.getOrDefault(name, ""),
                    corrected.getOrDefault(name, "")));
        }
        return rows;
    }

    /** All numbers that were compared, each once. */
    private String value(String name) {
        List<String> values = new ArrayList<>();
        for (double value : ours.getOrDefault(name, List.of())) {
            String text = PdgRounding.plain(value, DIGITS);
            if (!values.contains(text)) {
                values.add(text);
            }
        }
        boolean uncertain = PrintedText.parse(texts.getOrDefault(name, ""))
                .filter(printed -> printed.form() == Form.UNCERTAIN && values.size() == 2)
                .isPresent();
        return String.join(uncertain ? " ± " : ", ", values);
    }
}
