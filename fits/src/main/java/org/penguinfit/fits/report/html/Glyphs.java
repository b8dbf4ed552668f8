package org.penguinfit.fits.report.html;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The outlines of letters in all pictures of a page, each once: they are most of an SVG. The pictures refer to them by id, and
 * the page holds them at its end.
 */
public final class Glyphs {
    /** A filled outline without a line around it; shorter ones are not worth a reference. */
    private static final Pattern OUTLINE =
            Pattern.compile("<path d=\"([^\"]{60,})\" style=\"((?:clip-path:url\\(#[^)]*\\); )?)stroke:none;\"/>");

    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** The drawing with references in the place of outlines. */
    String share(String svg) {
        StringBuilder shared = new StringBuilder();
        Matcher outline = OUTLINE.matcher(svg);
        while (outline.find()) {
            Integer number = numbers.get(outline.group(1));
            if (number == null) {
                number = numbers.size();
                numbers.put(outline.group(1), number);
            }
            String clip = outline.group(2).isEmpty()
                    ? ""
                    : " style=\"" + outline.group(2).strip() + "\"";
            outline.appendReplacement(shared, "<use href=\"#glyph-" + number + "\"" + clip + "/>");
        }
        return outline.appendTail(shared).toString();
    }

    /** Writes the outlines, where they are not seen. */
    public void write(Html html) {
        if (numbers.isEmpty()) {
            return;
        }
        html.open("svg", "class", "glyphs", "width", "0", "height", "0", "aria-hidden", "true")
                .open("defs");
        for (Map.Entry<String, Integer> glyph : numbers.entrySet()) {
            html.empty("path", "id", "glyph-" + glyph.getValue(), "stroke", "none", "d", glyph.getKey());
        }
        html.close().close();
    }
}
