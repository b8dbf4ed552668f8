package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.penguinfit.fits.report.html.Anchors;
import org.penguinfit.fits.report.html.Glyphs;
import org.penguinfit.fits.report.html.Html;
import org.penguinfit.fits.report.html.HtmlTable;
import org.penguinfit.fits.report.html.PictureFrame;
import org.penguinfit.fits.report.html.References;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.FitResult.Picture;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.DatumUsed;

/** The section of a task: tables, pictures, pulls, measurements, notes. */
final class HtmlTask {
    private final FitResult result;
    private final Anchors anchors;
    private final Set<String> names;
    private final Glyphs glyphs = new Glyphs();

    HtmlTask(FitResult result, Anchors anchors, Set<String> names) {
        this.result = result;
        this.anchors = anchors;
        this.names = names;
    }

    void write(Html html, TaskResult task) {
        html.open("section", "id", anchors.of("task", task.id()), "class", "task");
        html.leaf("h3", task.heading().title());
        html.open("p", "class", "subtitle")
                .leaf("code", task.id())
                .text(" · " + task.type().key() + " ");
        HtmlSummary.status(html, task.status());
        html.close();
        FitReport.Section section = FitReport.section(task);
        for (TextTable table : section.tables()) {
            if (!table.caption().equals(FitReport.PULLS)) {
                table(html, table);
            }
        }
        pictures(html, task);
        if (!task.pulls().isEmpty()) {
            table(html, FitReport.pulls(task));
        }
        data(html, task);
        if (!section.remarks().isEmpty()) {
            html.leaf("h4", "Notes");
            list(html, section.remarks());
        }
        html.close();
    }

    private void table(Html html, TextTable table) {
        List<List<String>> rows = new ArrayList<>(table.rows());
        if (rows.get(0).size() == 2 && rows.get(0).get(1).isEmpty()) { // named numbers, whose title is the caption
            rows.set(0, List.of("quantity", "value"));
        } else if (table.caption().startsWith(FitReport.CORRELATIONS)) {
            List<String> heading = new ArrayList<>(rows.get(0));
            heading.set(0, "parameter");
            rows.set(0, heading);
        }
        new HtmlTable(table.caption(), rows, names).write(html);
    }

    private void pictures(Html html, TaskResult task) {
        List<Picture> shown = new ArrayList<>();
        for (Picture picture : result.pictures()) {
            if (picture.task().equals(task.id())) {
                shown.add(picture);
            }
        }
        if (shown.isEmpty()) {
            return;
        }
        html.open("div", "class", "pictures");
        for (Picture picture : shown) {
            PictureFrame.write(
                    html,
                    glyphs,
                    anchors.of("picture", picture.name()),
                    picture.name(),
                    task.heading().title() + (picture.name().equals(task.id()) ? "" : " (" + picture.name() + ")"),
                    picture.figure(),
                    picture.formats());
        }
        html.close();
    }

    private void data(Html html, TaskResult task) {
        if (task.data().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("measurement", "observable", "published", "enters as"));
        for (DatumUsed datum : task.data()) {
            rows.add(List.of(
                    datum.measurement(), String.join(", ", datum.observables()), datum.published(), datum.rule()));
        }
        new HtmlTable("Measurements used", rows, names).write(html);
    }

    /** What the pictures of all tasks need, once behind the last of them. */
    void writeGlyphs(Html html) {
        glyphs.write(html);
    }

    /** Sentences one below the other. */
    static void list(Html html, List<String> sentences) {
        html.open("ul");
        for (String sentence : sentences) {
            html.open("li");
            References.link(html, sentence);
            html.close();
        }
        html.close();
    }
}
