package org.penguinfit.fits.report.html;

import java.util.regex.Pattern;

/** Makes a drawn SVG file a part of a page: its ids differ from those of other pictures, and it has words for who cannot see it. */
final class InlineSvg {
    private static final Pattern PROLOGUE = Pattern.compile("<\\?xml[^>]*\\?>|<!--.*?-->", Pattern.DOTALL);
    private static final Pattern ROOT = Pattern.compile("<svg [^>]*?viewBox=\"([^\"]*)\"[^>]*>");

    /** Batik breaks lines inside tags, so that no text gets blanks; letters are paths here. */
    private static final Pattern BREAKS = Pattern.compile("\\s*\\n\\s*");

    private static final Pattern TRAILING = Pattern.compile(" ?(/?>)\\s*(?=<|$)");

    /** Said at each group, and without a meaning for paths filled with plain colours, or the same as for the whole. */
    private static final Pattern SUPERFLUOUS = Pattern.compile(
            "(?:color-interpolation|color-rendering|image-rendering|text-rendering|shape-rendering|font-[a-z]+):[^;\"]*;?"
                    + " ?");

    private InlineSvg() {}

    /**
     * The picture as an element.
     *
     * @param svg a whole file
     * @param id prefix of all ids inside
     * @param title a few words
     * @param description what there is to see
     */
    static String of(String svg, String id, String title, String description) {
        String plain = PROLOGUE.matcher(svg).replaceAll("");
        plain = TRAILING.matcher(BREAKS.matcher(plain).replaceAll(" ")).replaceAll("$1");
        plain = SUPERFLUOUS.matcher(plain).replaceAll("").replace(" style=\"\"", "");
        plain = plain.replace(" id=\"", " id=\"" + id + "-").replace("url(#", "url(#" + id + "-");
        plain = plain.replace("xlink:href=\"#", "xlink:href=\"#" + id + "-");
        String head = new Html()
                .leaf("title", title, "id", id + "-title")
                .leaf("desc", description, "id", id + "-desc")
                .toString();
        return ROOT.matcher(plain)
                .replaceFirst("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                        + " viewBox=\"$1\" role=\"img\" aria-labelledby=\"" + id + "-title " + id + "-desc\""
                        + " fill=\"#000\" stroke=\"#000\" stroke-linecap=\"square\" stroke-miterlimit=\"10\">"
                        + java.util.regex.Matcher.quoteReplacement(head))
                .strip();
    }
}
