package org.penguinfit.fits.report.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Panel;
import org.penguinfit.fits.plot.TexText;
import org.penguinfit.fits.plot.draw.PanelArea;
import org.penguinfit.fits.plot.json.PictureJson;

/**
 * The numbers of a picture as JSON for the page's script: {@code figure}, the description as in results.json; {@code areas},
 * where its panels lie; {@code words}, each label in LaTeX → the same as HTML.
 */
final class PictureData {
    private PictureData() {}

    /** JSON without characters that mean something in HTML. */
    static String of(Figure figure, List<PanelArea> areas) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeFieldName("figure");
            PictureJson.write(json, figure);
            json.writeArrayFieldStart("areas");
            for (PanelArea area : areas) {
                json.writeStartObject();
                axis(json, "x", area.x());
                axis(json, "y", area.y());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectFieldStart("words");
            for (String latex : labels(figure)) {
                json.writeStringField(latex, TexText.html(latex));
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text takes everything
        }
        return text.toString().replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }

    private static void axis(JsonGenerator json, String name, PanelArea.Span span) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("start", span.start());
        json.writeNumberField("end", span.end());
        json.writeNumberField("low", span.range().low());
        json.writeNumberField("high", span.range().high());
        json.writeStringField("scale", span.scale().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private static Set<String> labels(Figure figure) {
        Set<String> labels = new TreeSet<>();
        for (Panel panel : figure.panels()) {
            labels.add(panel.title());
            for (Axis axis : List.of(panel.x(), panel.y())) {
                labels.add(axis.label());
                labels.add(axis.unit());
                labels.addAll(axis.names());
            }
            for (Mark mark : panel.marks()) {
                labels.add(mark.legend());
                if (mark instanceof Mark.Level level) {
                    labels.add(level.label());
                } else if (mark instanceof Mark.Cells cells) {
                    labels.add(cells.label());
                }
            }
        }
        labels.remove("");
        return labels;
    }
}
