package org.penguinfit.fits.report;

import java.util.List;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.update.TaskChange;
import org.penguinfit.fits.update.UpdateResult;

/** An update for people: on a terminal, and as {@code update.md}. */
public final class UpdateReport {
    private UpdateReport() {}

    /** For a terminal; ends with a line break. */
    public static String console(UpdateResult update) {
        StringBuilder text = new StringBuilder(update.after().title()).append('\n');
        text.append(subtitle(update, "")).append("\n\n");
        text.append(UpdateTables.measurements(update).console("  "));
        text.append(same(update)).append('\n');
        for (String note : update.notes()) {
            text.append("! ").append(note).append('\n');
        }
        for (TaskChange task : update.tasks()) {
            TextTable table = UpdateTables.numbers(task);
            if (table.rows().size() > 1) {
                text.append('\n').append(heading(task)).append("\n\n").append(table.console("  "));
            }
            UpdateTables.remarks(task)
                    .forEach(remark -> text.append("  · ").append(remark).append('\n'));
        }
        return text.toString();
    }

    /** As Markdown; the same update gives the same bytes. */
    public static String markdown(UpdateResult update) {
        StringBuilder text =
                new StringBuilder("# Update: ").append(update.after().title()).append("\n\n");
        text.append(subtitle(update, "`")).append(". Full results: `before/report.md`, `after/report.md`.\n\n");
        text.append("## Measurements\n\n")
                .append(UpdateTables.measurements(update).markdown());
        text.append('\n').append(same(update).strip()).append(".\n");
        bullets(text, update.notes());
        for (TaskChange task : update.tasks()) {
            TextTable table = UpdateTables.numbers(task);
            if (table.rows().size() > 1) {
                text.append("\n## ").append(heading(task)).append("\n\n").append(table.markdown());
                bullets(text, UpdateTables.remarks(task));
            }
        }
        return text.toString();
    }

    private static void bullets(StringBuilder text, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append('\n');
        }
        lines.forEach(line -> text.append("- ").append(line).append('\n'));
    }

    private static String subtitle(UpdateResult update, String quote) {
        FitResult fit = update.after();
        return quote + fit.fit() + quote + (fit.asOf().isEmpty() ? "" : " · as of " + fit.asOf()) + " · with " + quote
                + String.join(quote + ", " + quote, update.with()) + quote + " · Penguinfit " + fit.version();
    }

    private static String same(UpdateResult update) {
        int number = update.unchanged().size();
        return number == 0
                ? "  no measurement enters as before"
                : "  as before: " + String.join(", ", update.unchanged());
    }

    private static String heading(TaskChange task) {
        return task.after().heading().line();
    }
}
