package org.penguinfit.fits.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.penguinfit.fits.browse.Listing;
import org.penguinfit.fits.report.DataTable.Cell;
import org.penguinfit.fits.report.DataTable.Column;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.Status;

/** Lists of measurements as tables. */
public final class MeasurementTables {
    private MeasurementTables() {}

    /** The heading of the columns of {@link #of(Listing)}; without one, a column is for programs only. */
    private static final List<Column> COLUMNS = List.of(
            new Column("name", "name"),
            new Column("observable", "observable"),
            new Column("value", "value"),
            new Column("unit", ""),
            new Column("experiment", "experiment"),
            new Column("process", ""),
            new Column("date", "date"),
            new Column("status", "status"),
            new Column("verified", ""),
            new Column("in-force", ""),
            new Column("why-not", "in force"),
            new Column("tags", ""),
            new Column("inspire", ""),
            new Column("file", ""),
            new Column("line", ""));

    /** One row per observable of each measurement. */
    public static DataTable of(Listing listing) {
        DataTable table = new DataTable(COLUMNS);
        String before = "";
        for (Listing.Row row : listing.rows()) {
            Measurement m = row.measurement();
            boolean again = m.name().equals(before);
            before = m.name();
            String unit = row.unit().isEmpty() ? "" : " " + row.unit();
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell(m.name(), again ? "" : m.name()));
            cells.add(Cell.of(row.observable()));
            cells.add(new Cell(row.value(), row.value() + unit));
            cells.add(Cell.of(row.unit()));
            cells.add(list(m.source().experiments(), again));
            cells.add(Cell.of(m.process()));
            String date = m.date().map(LocalDate::toString).orElse("");
            cells.add(new Cell(date.isEmpty() ? null : date, again ? "" : date));
            cells.add(new Cell(m.status().key(), again ? "" : status(m)));
            cells.add(new Cell(m.verified(), ""));
            cells.add(new Cell(row.reasonOut().isEmpty(), ""));
            cells.add(new Cell(
                    row.reasonOut().orElse(null), again ? "" : row.reasonOut().orElse("yes")));
            cells.add(new Cell(m.tags(), ""));
            cells.add(new Cell(m.source().inspire(), ""));
            cells.add(Cell.of(m.location().file()));
            cells.add(new Cell(m.location().line(), ""));
            table.row(cells);
        }
        return table;
    }

    private static Cell list(List<String> texts, boolean again) {
        return new Cell(texts, again ? "" : String.join(", ", texts));
    }

    /** The usual status says nothing. */
    private static String status(Measurement measurement) {
        String status = measurement.status() == Status.PUBLISHED
                ? ""
                : measurement.status().key();
        String mark = measurement.verified() ? "" : "not verified";
        return status.isEmpty() || mark.isEmpty() ? status + mark : status + ", " + mark;
    }
}
