package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.penguinfit.fits.report.html.Html;
import org.penguinfit.fits.report.html.HtmlPage.Entry;
import org.penguinfit.fits.report.html.HtmlTable;
import org.penguinfit.fits.report.html.References;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.Provenance;
import org.penguinfit.fits.result.Provenance.SourcedNumber;

/** The sections of a page that say what a run was made of. */
final class HtmlSources {
    private final FitResult result;
    private final Set<String> names;
    private final List<Entry> contents = new ArrayList<>();

    HtmlSources(FitResult result, Set<String> names) {
        this.result = result;
        this.names = names;
    }

    /** Writes them and returns their lines of the table of contents. */
    List<Entry> write(Html html) {
        if (!result.used().isEmpty() || !result.skipped().isEmpty()) {
            open(html, "Measurements", "measurements");
            measurements(html);
            html.close();
        }
        if (!result.provenance().theory().isEmpty()) {
            open(html, "Theory files", "theory");
            theory(html);
            html.close();
        }
        if (!result.provenance().numbers().isEmpty()) {
            open(html, "Provenance of the numbers", "provenance");
            numbers(html);
            html.close();
        }
        open(html, "Inputs", "inputs");
        inputs(html);
        html.close();
        open(html, "Citations", "citations");
        HtmlCitations.write(html, result);
        html.close();
        open(html, "About this run", "about");
        about(html);
        html.close();
        return contents;
    }

    private void open(Html html, String title, String anchor) {
        html.open("section", "id", anchor).leaf("h2", title);
        contents.add(new Entry(title, anchor, false));
    }

    private void measurements(Html html) {
        if (!result.used().isEmpty()) {
            html.open("p")
                    .text("Entered: " + String.join(", ", result.used()) + ".")
                    .close();
        }
        if (!result.skipped().isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("measurement", "why it did not enter"));
            for (FitResult.Skip skip : result.skipped()) {
                rows.add(List.of(skip.name(), skip.reason()));
            }
            table(html, "Not used", rows);
        }
    }

    private void theory(Html html) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("file", "reference", "SHA-256"));
        for (Provenance.TheoryFile file : result.provenance().theory()) {
            rows.add(List.of(file.file(), file.reference(), file.sha256()));
        }
        table(html, "Formulas and constants", rows);
    }

    private void numbers(Html html) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("measurement", "observable", "value", "place", "key", "from", "SHA-256"));
        for (SourcedNumber number : result.provenance().numbers()) {
            rows.add(List.of(
                    number.measurement() + (number.verified() ? "" : " (not verified)"),
                    number.observable(),
                    number.published(),
                    number.file() + ":" + number.line(),
                    number.key(),
                    MarkdownReportWriter.from(number),
                    number.sha256()));
        }
        table(html, "Where each number was read", rows);
    }

    private void inputs(Html html) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("file", "SHA-256"));
        for (Map.Entry<String, String> input : result.inputs().entrySet()) {
            rows.add(List.of(input.getKey(), input.getValue()));
        }
        table(html, "All files that were read, with their digests", rows);
    }

    private void table(Html html, String caption, List<List<String>> rows) {
        new HtmlTable(caption, rows, names).write(html);
    }

    private void about(Html html) {
        html.open("dl");
        fact(html, "Fit", result.fit());
        fact(html, "Reference", result.reference());
        fact(html, "Variant", result.variant());
        fact(html, "As of", result.asOf());
        fact(html, "Seed", Long.toString(result.seed()));
        fact(html, "Penguinfit", result.version());
        html.close();
    }

    private static void fact(Html html, String term, String words) {
        if (!words.isEmpty()) {
            html.leaf("dt", term).open("dd");
            References.link(html, words);
            html.close();
        }
    }
}
