package org.penguinfit.measurements.exchange.hepdata;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Cell;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Dependent;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Independent;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Point;
import org.penguinfit.measurements.exchange.hepdata.HepTable.PointError;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Qualifier;

/**
 * Reads HEPData's CSV export: {@code #: key: value} lines, {@code #: qualifier,value} lines, a header row, data rows; one block per
 * dependent column, with a blank line between. Each block becomes a table.
 */
final class CsvTables {
    private static final Pattern KEY = Pattern.compile(
            "#:\\s*(name|description|data_file|table_doi|location|keyword [a-z]+|[a-z_]+)\\s*:\\s*(.*)");
    private static final Pattern UNITS = Pattern.compile("(.*?)\\s*\\[(.*)]");

    private final String file;
    private final Diagnostics diagnostics;
    private final List<HepTable> tables = new ArrayList<>();
    private String name = "";
    private final List<Qualifier> qualifiers = new ArrayList<>();
    private List<String> header = List.of();
    private final List<Row> rows = new ArrayList<>();

    private record Row(int line, List<String> cells) {}

    CsvTables(String file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    List<HepTable> read(String text) {
        int line = 0;
        for (String raw : (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r?\n|\r", -1)) {
            line++;
            if (raw.isBlank()) {
                finishBlock();
            } else if (raw.startsWith("#")) {
                comment(raw);
            } else if (header.isEmpty()) {
                header = cells(raw, line);
            } else {
                rows.add(new Row(line, cells(raw, line)));
            }
        }
        finishBlock();
        return tables;
    }

    private void comment(String line) {
        Matcher key = KEY.matcher(line);
        if (key.matches()) {
            name = key.group(1).equals("name") ? key.group(2).strip() : name;
            return;
        }
        List<String> parts = cells(line.replaceFirst("^#:?\\s*", ""), 0);
        if (parts.size() >= 2) {
            String[] named = named(parts.get(0));
            qualifiers.add(new Qualifier(named[0], parts.get(1), named[1]));
        }
    }

    private void finishBlock() {
        if (!header.isEmpty()) {
            block();
            qualifiers.clear();
        }
        header = List.of();
        rows.clear();
    }

    private void block() {
        int errors = header.size();
        while (errors >= 2
                && header.get(errors - 1).endsWith(" -")
                && header.get(errors - 2).endsWith(" +")) {
            errors -= 2;
        }
        int before = diagnostics.errorCount();
        for (Row row : rows) {
            if (row.cells.size() != header.size()) {
                diagnostics.error(
                        new Location(file, row.line, 1),
                        "",
                        "a row must have " + header.size() + " cells, as the header has",
                        row.cells.size() + "",
                        "");
            }
        }
        if (errors == 0 || diagnostics.errorCount() > before) {
            return;
        }
        List<Independent> independent = independent(errors - 1);
        List<Point> points = new ArrayList<>();
        for (Row row : rows) {
            points.add(point(row, errors));
        }
        String[] named = named(header.get(errors - 1));
        Location at = new Location(file, rows.isEmpty() ? 1 : rows.get(0).line, 1);
        tables.add(new HepTable(
                name, file, independent, List.of(new Dependent(named[0], named[1], qualifiers, points, at)), at));
    }

    private List<Independent> independent(int end) {
        List<Independent> columns = new ArrayList<>();
        for (int c = 0; c < end; c++) {
            String title = header.get(c);
            boolean bins = c + 2 < end + 0
                    && header.get(c + 1).equals(title + " LOW")
                    && header.get(c + 2).equals(title + " HIGH");
            List<Cell> cells = new ArrayList<>();
            for (Row row : rows) {
                OptionalDouble low = bins ? number(row, c + 1) : OptionalDouble.empty();
                OptionalDouble high = bins ? number(row, c + 2) : OptionalDouble.empty();
                cells.add(new Cell(row.cells.get(c), low, high));
            }
            String[] named = named(title);
            columns.add(new Independent(named[0], named[1], cells));
            c += bins ? 2 : 0;
        }
        return columns;
    }

    private Point point(Row row, int firstError) {
        String value = row.cells.get(firstError - 1).strip();
        List<PointError> errors = new ArrayList<>();
        for (int c = firstError; c < header.size(); c += 2) {
            String label =
                    header.get(c).substring(0, header.get(c).length() - 2).strip();
            OptionalDouble plus = side(row, c, value);
            OptionalDouble minus = side(row, c + 1, value);
            if (plus.isPresent() || minus.isPresent()) {
                errors.add(new PointError(plus, minus, label.equals("error") ? "" : label));
            }
        }
        return new Point(value, errors, new Location(file, row.line, 1));
    }

    private OptionalDouble side(Row row, int column, String value) {
        String text = row.cells.get(column).strip();
        if (text.isEmpty() || text.equals("-")) {
            return OptionalDouble.empty();
        }
        OptionalDouble size = PointReader.size(text, value);
        if (size.isEmpty()) {
            report(row, column, "must be a number, or a percentage of the value");
        }
        return size;
    }

    private OptionalDouble number(Row row, int column) {
        OptionalDouble number = PointReader.number(row.cells.get(column));
        if (number.isEmpty()) {
            report(row, column, "must be a number");
        }
        return number;
    }

    private void report(Row row, int column, String rule) {
        String found = "'" + row.cells.get(column) + "'";
        diagnostics.error(new Location(file, row.line, 1), header.get(column), rule, found, "");
    }

    /** Name and units of a title such as {@code SIG [FB]}. */
    private static String[] named(String title) {
        Matcher matcher = UNITS.matcher(title);
        return matcher.matches()
                ? new String[] {matcher.group(1).strip(), matcher.group(2).strip()}
                : new String[] {title.strip(), ""};
    }

    /** The cells of a line; a cell may stand in double quotes, in which two of them are one. */
    private List<String> cells(String line, int number) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean twice = c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
            if (twice) {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted && number > 0) {
            diagnostics.error(new Location(file, number, 1), "", "a quote must be closed", "the end of the line", "");
        }
        cells.add(cell.toString());
        return cells;
    }
}
