package org.penguinfit.fits.result.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.result.ResultBlock;

/**
 * The parts of results.json that belong to one type of task: figures, tables, curves, each under its key; and under
 * {@code blocks} what they are called for people.
 */
final class BlockJson {
    static final String FIGURES = "figures";
    static final String TABLE = "table";
    static final String CURVES = "curves";

    private final JsonNumbers numbers;
    private final JsonGenerator json;

    BlockJson(JsonNumbers numbers) {
        this.numbers = numbers;
        this.json = numbers.json();
    }

    void write(List<ResultBlock> blocks) throws IOException {
        json.writeObjectFieldStart("blocks");
        for (ResultBlock block : blocks) {
            describe(block);
        }
        json.writeEndObject();
        for (ResultBlock block : blocks) {
            json.writeObjectFieldStart(block.key());
            if (block instanceof ResultBlock.Figures figures) {
                for (ResultBlock.Figure figure : figures.figures()) {
                    json.writeFieldName(figure.key());
                    cell(figure.number() == null ? figure.text() : figure.number());
                }
            } else if (block instanceof ResultBlock.Table table) {
                table(table);
            } else if (block instanceof ResultBlock.Curves curves) {
                curves(curves);
            } else {
                throw new IllegalStateException("no JSON for a block of type " + block.getClass() + "; add it here");
            }
            json.writeEndObject();
        }
    }

    /** Kind, title, and the words for figures or columns in their order. */
    private void describe(ResultBlock block) throws IOException {
        json.writeObjectFieldStart(block.key());
        if (block instanceof ResultBlock.Figures figures) {
            json.writeStringField("kind", FIGURES);
            json.writeStringField("title", block.title());
            JsonText.texts(
                    json,
                    "labels",
                    figures.figures().stream().map(ResultBlock.Figure::label).toList());
        } else if (block instanceof ResultBlock.Table table) {
            json.writeStringField("kind", TABLE);
            json.writeStringField("title", block.title());
            JsonText.texts(
                    json,
                    "labels",
                    table.columns().stream().map(ResultBlock.Column::label).toList());
            json.writeBooleanField("shown", table.shown());
        } else {
            json.writeStringField("kind", CURVES);
            json.writeStringField("title", block.title());
        }
        json.writeEndObject();
    }

    private void table(ResultBlock.Table table) throws IOException {
        JsonText.texts(
                json,
                "columns",
                table.columns().stream().map(ResultBlock.Column::key).toList());
        json.writeArrayFieldStart("rows");
        for (List<@Nullable Object> row : table.rows()) {
            json.writeStartArray();
            for (Object cell : row) {
                cell(cell);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void curves(ResultBlock.Curves curves) throws IOException {
        json.writeStringField("x", curves.x());
        json.writeStringField("y", curves.y());
        json.writeObjectFieldStart("levels");
        for (Map.Entry<String, List<ResultBlock.Curve>> level : curves.byLevel().entrySet()) {
            json.writeArrayFieldStart(level.getKey());
            for (ResultBlock.Curve curve : level.getValue()) {
                json.writeStartObject();
                json.writeBooleanField("closed", curve.closed());
                coordinates("x", curve.x());
                coordinates("y", curve.y());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void coordinates(String key, Vector values) throws IOException {
        json.writeFieldName(key);
        json.writeArray(values.toArray(), 0, values.size());
    }

    private void cell(@Nullable Object cell) throws IOException {
        if (cell instanceof Double number) {
            numbers.item(number);
        } else if (cell instanceof String text) {
            json.writeString(text);
        } else {
            json.writeNull();
        }
    }
}
