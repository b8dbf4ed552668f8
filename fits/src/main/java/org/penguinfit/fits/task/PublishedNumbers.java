package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.fits.config.PrintedText;
import org.penguinfit.fits.config.TaskConfig.Published;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.TaskResult;

/**
 * What a paper prints beside what a task found, number by number: whether ours, rounded as the paper rounds, is the printed
 * one; and what the task with corrected formulas found.
 */
public final class PublishedNumbers {
    private static final List<Column> PRINTED = List.of(
            new Column("name", "quantity"),
            new Column("printed", "printed"),
            new Column("number", "number"),
            new Column("value", "exact value"),
            new Column("to", "rounded to"),
            new Column("rounds", "rounds to it"));

    private static final List<Column> CORRECTED = List.of(
            new Column("name", "quantity"),
            new Column("value", "value"),
            new Column("sigma", "σ"),
            new Column("lower", "lower"),
            new Column("upper", "upper"));

    private final TaskResult task;
    private final Published published;
    private final List<List<@Nullable Object>> printed = new ArrayList<>();
    private final List<List<@Nullable Object>> corrected = new ArrayList<>();

    private PublishedNumbers(TaskResult task, Published published) {
        this.task = task;
        this.published = published;
    }

    /**
     * The tables of a task; none where nothing is printed.
     *
     * @param all results of the fit, among them that of the task with corrected formulas
     */
    public static List<ResultBlock> of(TaskResult task, List<TaskResult> all) {
        Published published = task.heading().published();
        return published == null || published.all().isEmpty()
                ? List.of()
                : new PublishedNumbers(task, published).compare(all);
    }

    private List<ResultBlock> compare(List<TaskResult> all) {
        published.intervals().forEach((name, text) -> {
            Optional<PrintedText> meant = PrintedText.parse(text).filter(PrintedText::isSet);
            Optional<IntervalSet> set = ComputedValue.set(task, name);
            addPrinted(name, text, meant.flatMap(m -> set.map(s -> PrintedComparison.of(m, s, step(name)))));
        });
        published.values().forEach((name, text) -> {
            Optional<PrintedText> meant = PrintedText.parse(text);
            Optional<ComputedValue> value = ComputedValue.of(task, name);
            addPrinted(name, text, meant.flatMap(m -> value.map(v -> PrintedComparison.of(m, v, step(name)))));
            if (meant.isEmpty()) {
                value.ifPresent(v -> printed.get(printed.size() - 1).set(3, v.value()));
            }
        });
        List<ResultBlock> blocks = new ArrayList<>();
        blocks.add(new ResultBlock.Table("printed", "Printed in " + published.where(), PRINTED, printed, false));
        for (TaskResult other : all) {
            if (other.id().equals(published.corrected())) {
                published.all().keySet().forEach(name -> addCorrected(name, other));
                blocks.add(new ResultBlock.Table("corrected", "Corrected", CORRECTED, corrected, false));
            }
        }
        return blocks;
    }

    private double step(String name) {
        return published.steps().getOrDefault(name, 0.0);
    }

    /** A text that is not understood, or of which nothing was found, has no verdict. */
    private void addPrinted(String name, String text, Optional<List<PrintedComparison>> comparisons) {
        if (comparisons.isEmpty() || comparisons.get().isEmpty()) {
            printed.add(row(name, text, null, null, null, null));
            return;
        }
        for (PrintedComparison c : comparisons.get()) {
            printed.add(row(
                    name,
                    text,
                    c.number() == null ? null : c.number().toString(),
                    c.value(),
                    published.steps().get(name),
                    c.agrees() ? "yes" : "no"));
        }
    }

    private void addCorrected(String name, TaskResult other) {
        String there = published.correctedNames().getOrDefault(name, name);
        Optional<IntervalSet> set =
                published.intervals().containsKey(name) ? ComputedValue.set(other, there) : Optional.empty();
        if (set.isPresent()) {
            for (Interval segment : set.get().segments()) {
                corrected.add(row(name, null, null, segment.lower(), segment.upper()));
            }
        } else {
            ComputedValue.of(other, there).ifPresent(v -> corrected.add(row(name, v.value(), v.sigma(), null, null)));
        }
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }
}
