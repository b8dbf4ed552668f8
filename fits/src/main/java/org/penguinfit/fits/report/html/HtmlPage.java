package org.penguinfit.fits.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The frame of a page that needs nothing but itself: styles and scripts stand in it, and its policy forbids all loading. */
public final class HtmlPage {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action"
                    + " 'none'";

    private HtmlPage() {}

    /**
     * A line of the table of contents.
     *
     * @param anchor id of a place on the page
     * @param deep whether it belongs to the line before it that is not
     */
    public record Entry(String text, String anchor, boolean deep) {}

    /**
     * A whole page.
     *
     * @param title plain text
     * @param generator name and version of the program
     * @param header what stands above, with the {@code h1}
     * @param contents the table of contents
     * @param body sections
     */
    public static String of(String title, String generator, Html header, List<Entry> contents, Html body) {
        Html html = new Html();
        html.markup("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8").markup("\n");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .markup("\n");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .markup("\n");
        html.empty("meta", "name", "generator", "content", generator).markup("\n");
        html.empty("meta", "name", "color-scheme", "content", "light dark").markup("\n");
        html.leaf("title", title);
        html.open("style").markup("\n" + resource("report.css")).close().close();
        html.open("body");
        html.leaf("a", "Skip to the summary", "class", "skip", "href", "#summary");
        html.open("header").markup(header.toString()).close();
        html.open("div", "class", "page");
        contents(html, contents);
        html.open("main").markup(body.toString()).close().close();
        html.open("script")
                .markup("//<![CDATA[\n" + resource("report.js") + "//]]>\n")
                .close();
        return html.close().close().toString();
    }

    private static void contents(Html html, List<Entry> contents) {
        html.open("nav", "aria-label", "Contents").leaf("h2", "Contents").open("ol");
        boolean inside = false;
        for (int i = 0; i < contents.size(); i++) {
            Entry entry = contents.get(i);
            html.open("li").leaf("a", entry.text(), "href", "#" + entry.anchor());
            boolean nextDeep = i + 1 < contents.size() && contents.get(i + 1).deep();
            if (nextDeep && !entry.deep()) {
                html.open("ol");
                inside = true;
            } else {
                html.close();
            }
            if (inside && entry.deep() && !nextDeep) {
                html.close().close();
                inside = false;
            }
        }
        html.close().close();
    }

    private static String resource(String name) {
        try (InputStream stream = HtmlPage.class.getResourceAsStream("/html/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the file html/" + name + " is not packed");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
