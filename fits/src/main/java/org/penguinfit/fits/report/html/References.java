package org.penguinfit.fits.report.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds arXiv numbers, DOIs and INSPIRE keys in a text and makes them links. */
public final class References {
    private static final Pattern REFERENCE = Pattern.compile(
            "arXiv:(?<arxiv>\\d{4}\\.\\d{4,5}(?:v\\d+)?|[a-z-]+/\\d{7})" // as arXiv numbers them
                    + "|(?<texkey>\\b\\p{L}[\\p{L}'-]*:(?:19|20)\\d\\d[a-z]{2,3}\\b)"
                    + "|(?<doi>\\b10\\.\\d{4,9}/[^\\s\"<>,;]+)");

    private References() {}

    /** Writes a text with its references as links. */
    public static void link(Html html, String text) {
        // most cells of a table are short words and numbers
        if (text.indexOf(':') < 0 && !text.contains("10.")) {
            html.text(text);
            return;
        }
        Matcher found = REFERENCE.matcher(text);
        int from = 0;
        while (found.find()) {
            html.text(text.substring(from, found.start()));
            html.leaf("a", found.group(), "href", address(found));
            from = found.end();
        }
        html.text(text.substring(from));
    }

    private static String address(Matcher found) {
        if (found.group("arxiv") != null) {
            return arxiv(found.group("arxiv"));
        }
        return found.group("doi") == null ? inspire(found.group("texkey")) : doi(found.group("doi"));
    }

    /** Where arXiv shows a paper. */
    public static String arxiv(String number) {
        return "https://arxiv.org/abs/" + number;
    }

    /** Where a DOI leads. */
    public static String doi(String doi) {
        return "https://doi.org/" + doi;
    }

    /** Where INSPIRE shows a paper. */
    public static String inspire(String texkey) {
        return "https://inspirehep.net/literature?q=texkeys%3A" + URLEncoder.encode(texkey, StandardCharsets.UTF_8);
    }

    /** The relative address of a file beside the page. */
    public static String file(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
