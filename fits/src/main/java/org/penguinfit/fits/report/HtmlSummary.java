package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.config.PlotKind;
import org.penguinfit.fits.report.html.Anchors;
import org.penguinfit.fits.report.html.Html;
import org.penguinfit.fits.report.html.HtmlTable;
import org.penguinfit.fits.report.html.References;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.Goodness;
import org.penguinfit.fits.result.TaskResult.Status;

/** The first section of a page: how the tasks ended, what they found, and how it compares with what a paper prints. */
final class HtmlSummary {
    /** Column of the comparison that says whether ours rounds to what is printed. */
    private static final int VERDICT = 5;

    private static final String CHI2 = "χ²/ndof";
    private static final String P_VALUE = "p-value";
    private static final String SM_PULL = "SM pull";

    /** More notes than these wait to be opened. */
    private static final int FEW = 4;

    private final FitResult result;
    private final Anchors anchors;
    private final Set<String> names;

    HtmlSummary(FitResult result, Anchors anchors, Set<String> names) {
        this.result = result;
        this.anchors = anchors;
        this.names = names;
    }

    void write(Html html, Set<String> beside) {
        html.open("section", "id", "summary").leaf("h2", "Summary");
        html.open("p").text(ending() + " " + entered()).close();
        notes(html);
        tasks(html);
        printed(html);
        files(html, beside);
        html.close();
    }

    private void notes(Html html) {
        int count = result.notes().size();
        if (count > FEW) {
            html.open("details", "class", "mind").leaf("summary", count + " notes on the selection of measurements");
        } else if (count > 0) {
            html.open("div", "class", "mind");
        } else {
            return;
        }
        HtmlTask.list(html, result.notes());
        html.close();
    }

    /** How many tasks ended in which way, in a sentence. */
    private String ending() {
        List<String> ways = new ArrayList<>();
        for (Status status : Status.values()) {
            int count = 0;
            for (TaskResult task : result.tasks()) {
                count += task.status() == status ? 1 : 0;
            }
            if (count > 0) {
                ways.add(count + " " + words(status));
            }
        }
        int all = result.tasks().size();
        if (all == 1) {
            return "The task " + words(result.tasks().get(0).status()) + ".";
        }
        boolean well = ways.size() == 1 && result.tasks().get(0).status() == Status.OK;
        return well ? "All " + all + " tasks ended well." : "Of " + all + " tasks " + String.join(", ", ways) + ".";
    }

    private static String words(Status status) {
        return switch (status) {
            case OK -> "ended well";
            case AT_LIMIT -> "ended with a best value at the edge of a range";
            case NOT_CONVERGED -> "did not converge";
            case NO_DATA -> "had no data in force";
        };
    }

    private String entered() {
        int used = result.used().size();
        int skipped = result.skipped().size();
        if (used == 0) {
            return "No measurement entered.";
        }
        return (used == 1 ? "One measurement" : used + " measurements") + " entered"
                + (skipped == 0 ? "." : ", " + skipped + " did not.");
    }

    /** A word about how a task ended. */
    static void status(Html html, Status status) {
        html.leaf("span", status.key(), "class", "status " + status.key());
    }

    private void tasks(Html html) {
        html.open("div", "class", "table", "tabindex", "0", "role", "region", "aria-label", "Results of all tasks");
        html.open("table", "class", "tasks").leaf("caption", "Results of all tasks");
        html.open("thead").open("tr");
        boolean fitted = isFitted();
        List<String> headings = fitted
                ? List.of("task", "status", CHI2, P_VALUE, SM_PULL, "found")
                : List.of("task", "status", "found");
        for (String heading : headings) {
            html.leaf("th", heading, "scope", "col", "class", "w");
        }
        html.close().close().open("tbody");
        for (TaskResult task : result.tasks()) {
            row(html, task, fitted);
        }
        html.close().close().close();
    }

    private void row(Html html, TaskResult task, boolean fitted) {
        html.open("tr").open("th", "scope", "row");
        html.leaf("a", task.heading().title(), "href", "#" + anchors.of("task", task.id()));
        if (!task.heading().title().equals(task.id())) {
            html.text(" ").leaf("code", task.id(), "class", "id");
        }
        html.close().open("td");
        status(html, task.status());
        html.close();
        if (fitted) {
            goodness(html, task.fit());
        }
        html.open("td");
        Headlines.of(task).write(html, names);
        html.close().close();
    }

    private boolean isFitted() {
        for (TaskResult task : result.tasks()) {
            if (task.fit() != null) {
                return true;
            }
        }
        return false;
    }

    private static void goodness(Html html, @Nullable Goodness fit) {
        Double pValue = fit == null ? null : fit.pValue();
        number(html, CHI2, fit == null ? "" : PdgRounding.plain(fit.chi2(), 4) + "/" + fit.ndof());
        number(html, P_VALUE, pValue == null ? "" : PdgRounding.plain(pValue, 3));
        number(html, SM_PULL, fit == null ? "" : PdgRounding.plain(fit.pullSm(), 3) + "σ");
    }

    /** A cell that names itself where the page is too narrow for columns. */
    private static void number(Html html, String label, String cell) {
        html.leaf("td", cell, "class", "n", "data-label", label);
    }

    private void printed(Html html) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("task", "quantity", "found here", "printed", "where", "rounds to it", "corrected"));
        for (TaskResult task : result.tasks()) {
            PublishedColumns.of(task).ifPresent(columns -> rows.addAll(columns.comparison(task)));
        }
        if (rows.size() == 1) {
            return;
        }
        int yes = 0;
        int no = 0;
        for (List<String> row : rows) {
            yes += row.get(VERDICT).startsWith("yes") ? 1 : 0;
            no += row.get(VERDICT).startsWith("no") ? 1 : 0;
        }
        html.open("p");
        html.text("Of " + (yes + no) + " printed results that can be compared, " + yes + " are what ours round to");
        html.text(no == 0 ? "." : "; " + no + " are not. Where the reason is known, the notes of the task say it.")
                .close();
        HtmlTable table = new HtmlTable("What the publication prints, and what was found", rows, names);
        table.withoutEmptyColumns().write(html);
    }

    private void files(Html html, Set<String> beside) {
        if (!beside.isEmpty()) {
            html.open("p").text("Files of this run: ");
            boolean first = true;
            Set<String> shown = new LinkedHashSet<>(); // a folder once
            beside.forEach(file ->
                    shown.add(file.substring(0, file.indexOf('/') < 0 ? file.length() : file.indexOf('/') + 1)));
            for (String file : shown) {
                html.text(first ? "" : ", ").leaf("a", file, "href", References.file(file));
                first = false;
            }
            html.text(".").close();
        }
        boolean possible = result.tasks().stream()
                .anyMatch(task -> PlotKind.usual(task.type()).isPresent());
        if (result.pictures().isEmpty() && possible) {
            html.open("p").text("This run drew no pictures. ");
            html.leaf("code", "penguinfit run " + result.fit() + " --plots");
            html.text(" draws one of each task that has one, and shows them here.")
                    .close();
        }
    }
}
