package org.penguinfit.fits.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.result.ResultBlock;

/** The parts of results.json that belong to one type of task: figures, tables, curves. */
final class JsonBlocks {
    private JsonBlocks() {}

    static void write(JsonGenerator json, ResultBlock block) throws IOException {
        json.writeObjectFieldStart(block.key());
        if (block instanceof ResultBlock.Figures figures) {
            for (ResultBlock.Figure figure : figures.figures()) {
                json.writeFieldName(figure.key());
                cell(json, figure.number() == null ? figure.text() : figure.number());
            }
        } else if (block instanceof ResultBlock.Table table) {
            table(json, table);
        } else if (block instanceof ResultBlock.Curves curves) {
            curves(json, curves);
        } else {
            throw new IllegalStateException("no JSON for a block of type " + block.getClass() + "; add it here");
        }
        json.writeEndObject();
    }

    private static void table(JsonGenerator json, ResultBlock.Table table) throws IOException {
        json.writeArrayFieldStart("columns");
        for (ResultBlock.Column column : table.columns()) {
            json.writeString(column.key());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
        for (List<@Nullable Object> row : table.rows()) {
            json.writeStartArray();
            for (Object cell : row) {
                cell(json, cell);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void curves(JsonGenerator json, ResultBlock.Curves curves) throws IOException {
        json.writeStringField("x", curves.x());
        json.writeStringField("y", curves.y());
        json.writeObjectFieldStart("levels");
        for (Map.Entry<String, List<ResultBlock.Curve>> level : curves.byLevel().entrySet()) {
            json.writeArrayFieldStart(level.getKey());
            for (ResultBlock.Curve curve : level.getValue()) {
                json.writeStartObject();
                json.writeBooleanField("closed", curve.closed());
                coordinates(json, "x", curve.x());
                coordinates(json, "y", curve.y());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void coordinates(JsonGenerator json, String key, Vector values) throws IOException {
        json.writeFieldName(key);
        json.writeArray(values.toArray(), 0, values.size());
    }

    private static void cell(JsonGenerator json, @Nullable Object cell) throws IOException {
        if (cell instanceof Double number && Double.isFinite(number)) {
            json.writeNumber(number);
        } else if (cell instanceof String text) {
            json.writeString(text);
        } else {
            json.writeNull();
        }
    }
}
