package org.penguinfit.fits.report;

import java.util.List;
import org.penguinfit.fits.plot.TexText;
import org.penguinfit.fits.report.html.Html;
import org.penguinfit.fits.report.html.References;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.measurements.bibliography.BibEntry;
import org.penguinfit.measurements.bibliography.Bibliography;

/** The publications behind a run, with links. */
final class HtmlCitations {
    private HtmlCitations() {}

    static void write(Html html, FitResult result) {
        List<BibEntry> entries =
                Bibliography.of(result.provenance().bibliography().text()).entries();
        if (entries.isEmpty()) {
            HtmlTask.list(html, result.citations());
            return;
        }
        html.open("ol", "class", "citations");
        for (BibEntry entry : entries) {
            entry(html, entry);
        }
        html.close();
        List<String> missing = result.provenance().bibliography().missing();
        if (!missing.isEmpty()) {
            html.leaf("p", "Cited, without an entry in the bibliography:");
            HtmlTask.list(html, missing);
        }
    }

    private static void entry(Html html, BibEntry entry) {
        html.open("li");
        String who = entry.field("collaboration").isEmpty()
                ? entry.field("author").replace(" and ", ", ")
                : entry.field("collaboration");
        part(html, who, "", ", ");
        part(html, entry.field("title"), "“", "”, ");
        part(html, entry.field("journal"), "", ", ");
        part(html, entry.field("year"), "", ". ");
        html.leaf("a", "INSPIRE", "href", References.inspire(entry.key()), "title", entry.key());
        if (!entry.eprint().isEmpty()) {
            html.text(" ").leaf("a", "arXiv:" + entry.eprint(), "href", References.arxiv(entry.eprint()));
        }
        if (!entry.doi().isEmpty()) {
            html.text(" ").leaf("a", "doi:" + entry.doi(), "href", References.doi(entry.doi()));
        }
        html.close();
    }

    private static void part(Html html, String latex, String before, String behind) {
        if (!latex.isEmpty()) {
            html.text(before).markup(TexText.html(latex)).text(behind);
        }
    }
}
