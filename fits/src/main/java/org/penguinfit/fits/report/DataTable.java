package org.penguinfit.fits.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table for people and programs: aligned columns of rounded texts, CSV (RFC 4180) and JSON (an array of objects) of the
 * values at full precision.
 */
public final class DataTable {
    /**
     * A column.
     *
     * @param key its name in CSV and JSON
     * @param heading above it; an empty text leaves the column out of the table for people
     */
    public record Column(String key, String heading) {}

    /**
     * One cell.
     *
     * @param value a text, a number, a truth value or a list of texts; null if there is none
     * @param shown for people
     */
    public record Cell(@Nullable Object value, String shown) {
        /** A text, shown as it is. */
        public static Cell of(String text) {
            return new Cell(text, text);
        }

        /** A number and its rounded text. */
        public static Cell of(double number, String shown) {
            return new Cell(Double.isFinite(number) ? number : null, shown);
        }

        /** Nothing. */
        public static Cell none() {
            return new Cell(null, "");
        }
    }

    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    public DataTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Adds a row with a cell for every column. */
    public void row(List<Cell> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("a row needs " + columns.size() + " cells, found " + cells.size());
        }
        rows.add(List.copyOf(cells));
    }

    /** Aligned columns for a terminal. */
    public String console(String indent) {
        List<Integer> shown = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            if (!columns.get(c).heading().isEmpty()) {
                shown.add(c);
            }
        }
        TextTable table =
                new TextTable(shown.stream().map(c -> columns.get(c).heading()).toArray(String[]::new));
        for (List<Cell> row : rows) {
            table.row(shown.stream().map(c -> row.get(c).shown()).toList());
        }
        return table.console(indent);
    }

    /** A heading of keys, then a line per row. */
    public String csv() {
        StringBuilder text = new StringBuilder();
        CsvReportWriter.row(text, columns.stream().map(Column::key).toArray(String[]::new));
        for (List<Cell> row : rows) {
            CsvReportWriter.row(text, row.stream().map(DataTable::csv).toArray(String[]::new));
        }
        return text.toString();
    }

    private static String csv(Cell cell) {
        if (cell.value() instanceof List<?> list) {
            return String.join("; ", list.stream().map(String::valueOf).toList());
        }
        return cell.value() == null ? "" : cell.value().toString();
    }

    /** An array of objects. */
    public String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text takes everything
        }
        return text.append('\n').toString();
    }

    /** Writes the array where the generator stands. */
    public void json(JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (List<Cell> row : rows) {
            json.writeStartObject();
            for (int c = 0; c < columns.size(); c++) {
                json.writeFieldName(columns.get(c).key());
                value(json, row.get(c).value());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                json.writeString(String.valueOf(item));
            }
            json.writeEndArray();
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }
}
