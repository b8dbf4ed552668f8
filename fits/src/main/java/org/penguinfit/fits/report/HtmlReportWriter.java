package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.penguinfit.fits.report.html.Anchors;
import org.penguinfit.fits.report.html.Html;
import org.penguinfit.fits.report.html.HtmlPage;
import org.penguinfit.fits.report.html.HtmlPage.Entry;
import org.penguinfit.fits.report.html.References;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.TaskResult;

/** report.html: all of a run on one page that loads nothing, with pictures that show their numbers. */
final class HtmlReportWriter implements ReportWriter {
    private static final String FILE = "report.html";

    @Override
    public String table() {
        return "html";
    }

    @Override
    public Map<String, String> files(FitResult result) {
        return files(result, Set.of());
    }

    @Override
    public Map<String, String> files(FitResult result, Set<String> beside) {
        return Map.of(FILE, page(result, beside));
    }

    private static String page(FitResult result, Set<String> beside) {
        Anchors anchors = new Anchors();
        Set<String> names = HtmlNames.of(result);
        Html body = new Html();
        new HtmlSummary(result, anchors, names).write(body, beside);
        HtmlTask tasks = new HtmlTask(result, anchors, names);
        List<Entry> contents = new ArrayList<>(List.of(new Entry("Summary", "summary", false)));
        body.open("section", "id", "tasks").leaf("h2", "Tasks");
        contents.add(new Entry("Tasks", "tasks", false));
        for (TaskResult task : result.tasks()) {
            tasks.write(body, task);
            contents.add(new Entry(task.id(), anchors.of("task", task.id()), true));
        }
        tasks.writeGlyphs(body);
        body.close();
        contents.addAll(new HtmlSources(result, names).write(body));
        return HtmlPage.of(result.title(), "Penguinfit " + result.version(), header(result), contents, body);
    }

    private static Html header(FitResult result) {
        Html html = new Html();
        html.leaf("h1", result.title()).open("p", "class", "subtitle");
        html.leaf("code", result.fit());
        List<String> parts = new ArrayList<>();
        if (!result.reference().isEmpty()) {
            parts.add(result.reference());
        }
        if (!result.variant().isEmpty()) {
            parts.add("variant " + result.variant());
        }
        if (!result.asOf().isEmpty()) {
            parts.add("as of " + result.asOf());
        }
        parts.add("Penguinfit " + result.version());
        for (String part : parts) {
            html.text(" · ");
            References.link(html, part);
        }
        return html.close();
    }
}
