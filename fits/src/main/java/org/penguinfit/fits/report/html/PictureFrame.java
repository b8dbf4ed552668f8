package org.penguinfit.fits.report.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Format;
import org.penguinfit.fits.plot.TexText;
import org.penguinfit.fits.plot.draw.FigureFiles;

/** A picture on a page: the drawing, its numbers for the script, and links to its files. */
public final class PictureFrame {
    private PictureFrame() {}

    /**
     * Draws a picture and writes it.
     *
     * @param glyphs letters of all pictures of the page
     * @param id of the figure, unique on the page
     * @param name of its files
     * @param caption plain text
     * @param formats of the files beside the page
     */
    public static void write(
            Html html, Glyphs glyphs, String id, String name, String caption, Figure figure, List<Format> formats) {
        boolean wide = figure.size().width() > Figure.Size.COLUMN.width();
        String title = figure.title().isEmpty() ? caption : TexText.plain(figure.title());
        html.open("figure", "class", wide ? "picture wide" : "picture", "id", id);
        html.open(
                "div",
                "class",
                "plot",
                "tabindex",
                "0",
                "role",
                "group",
                "aria-label",
                title + ": arrow keys move over the picture and show its numbers");
        html.markup(glyphs.share(InlineSvg.of(svg(figure), id, title, PictureWords.of(figure))));
        html.close();
        html.open("figcaption").text(caption + " ");
        files(html, name, formats);
        html.close();
        html.open("script", "type", "application/json")
                .markup(PictureData.of(figure, FigureFiles.areas(figure)))
                .close();
        html.close();
    }

    private static String svg(Figure figure) {
        try {
            return new String(FigureFiles.bytes(figure, Format.SVG), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void files(Html html, String name, List<Format> formats) {
        html.open("span", "class", "files");
        for (Format format : formats) {
            String file = name + "." + format.extension();
            html.leaf("a", format.extension().toUpperCase(java.util.Locale.ROOT), "href", References.file(file))
                    .text(" ");
        }
        html.close();
    }
}
