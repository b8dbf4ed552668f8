package org.penguinfit.measurements.exchange.hepdata;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Cell;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Independent;

/** Finds the rows that a user names: by number from 1, or by the value or the bin of an independent column. */
final class RowChoice {
    private final HepTable table;
    private final Diagnostics diagnostics;

    RowChoice(HepTable table, Diagnostics diagnostics) {
        this.table = table;
        this.diagnostics = diagnostics;
    }

    /** Indices from 0, in the order of the choice; all rows if nothing is chosen. */
    List<Integer> rows(List<String> choices) {
        if (choices.isEmpty()) {
            return IntStream.range(0, table.rows()).boxed().toList();
        }
        List<Integer> rows = new ArrayList<>();
        for (String choice : choices) {
            List<Integer> found = choice.matches("\\d{1,6}") ? byNumber(Integer.parseInt(choice)) : byValue(choice);
            if (found.isEmpty()) {
                diagnostics.error(
                        table.location(),
                        "",
                        "no row '" + choice + "' in a table of " + table.rows() + " rows",
                        "",
                        "write a number from 1, or header=value with one of: " + headers());
            }
            found.stream().filter(row -> !rows.contains(row)).forEach(rows::add);
        }
        return rows;
    }

    private List<Integer> byNumber(int number) {
        return number >= 1 && number <= table.rows() ? List.of(number - 1) : List.of();
    }

    private List<Integer> byValue(String choice) {
        List<Integer> rows = new ArrayList<>();
        for (Independent column : table.independent()) {
            if (choice.startsWith(column.header() + "=")) {
                String value = choice.substring(column.header().length() + 1).strip();
                for (int i = 0; i < column.cells().size(); i++) {
                    if (matches(column.cells().get(i), value)) {
                        rows.add(i);
                    }
                }
            }
        }
        return rows;
    }

    /** A bin is written {@code low:high}. */
    private static boolean matches(Cell cell, String value) {
        int colon = value.indexOf(':');
        if (cell.isBin() && colon > 0) {
            return same(cell.low(), value.substring(0, colon)) && same(cell.high(), value.substring(colon + 1));
        }
        return cell.text().equals(value) || same(PointReader.number(cell.text()), value);
    }

    private static boolean same(OptionalDouble number, String text) {
        OptionalDouble other = PointReader.number(text);
        return number.isPresent() && other.isPresent() && number.getAsDouble() == other.getAsDouble();
    }

    private String headers() {
        return String.join(
                ", ", table.independent().stream().map(Independent::header).toList());
    }
}
