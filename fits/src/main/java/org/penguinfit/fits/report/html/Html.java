package org.penguinfit.fits.report.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML tag by tag. Texts and values of attributes are escaped; tags are closed in the right order or not at all. The
 * result is well-formed XML, too.
 */
public final class Html {
    /** Tags with a line break behind them, so that people can read the source. */
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "li",
            "ul",
            "ol",
            "tr",
            "table",
            "caption",
            "thead",
            "tbody",
            "section",
            "div",
            "dl",
            "dd",
            "figure",
            "figcaption",
            "nav",
            "main",
            "header",
            "footer",
            "head",
            "title",
            "style",
            "script");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens a tag.
     *
     * @param attributes name, value, name, value, …
     */
    public Html open(String tag, String... attributes) {
        start(tag, attributes).append('>');
        open.push(tag);
        return this;
    }

    /** A tag without content, such as {@code br}. */
    public Html empty(String tag, String... attributes) {
        start(tag, attributes).append("/>");
        return this;
    }

    private StringBuilder start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        return out;
    }

    /** Closes the tag opened last. */
    public Html close() {
        String tag = open.pop();
        out.append("</").append(tag).append('>');
        if (BLOCKS.contains(tag)) {
            out.append('\n');
        }
        return this;
    }

    /** A text, in which nothing is markup. */
    public Html text(String plain) {
        out.append(escaped(plain));
        return this;
    }

    /** A tag with a text. */
    public Html leaf(String tag, String plain, String... attributes) {
        return open(tag, attributes).text(plain).close();
    }

    /** Markup made elsewhere, as it is. */
    public Html markup(String html) {
        out.append(html);
        return this;
    }

    /** A text without meaning as markup, also between quotation marks. Characters that XML forbids become U+FFFD. */
    public static String escaped(String plain) {
        StringBuilder text = new StringBuilder(plain.length() + 16);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> text.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return text.toString();
    }

    /** What was written; all tags must be closed. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }
}
