package org.penguinfit.measurements.exchange.hepdata;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostic.Severity;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Cell;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Dependent;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Independent;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Point;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Qualifier;

/** Reads the two keys of a table, {@code independent_variables} and {@code dependent_variables}, by the rules of schema 1.1.1. */
final class TableReader {
    private final Diagnostics diagnostics;

    TableReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The table, or null after a diagnostic. */
    @Nullable
    HepTable read(String name, String file, Fields fields) {
        int before = diagnostics.errorCount();
        List<Independent> independent = new ArrayList<>();
        for (Fields column : columns(fields, "independent_variables")) {
            independent.add(independent(column));
        }
        List<Dependent> dependent = new ArrayList<>();
        for (Fields column : columns(fields, "dependent_variables")) {
            dependent.add(dependent(column));
        }
        if (diagnostics.errorCount() > before) {
            return null;
        }
        HepTable table =
                new HepTable(name, file, independent, dependent, fields.map().location());
        return sameLengths(table, fields.map()) ? table : null;
    }

    private List<Fields> columns(Fields fields, String key) {
        List<Fields> columns = new ArrayList<>();
        Node node = fields.requiredNode(key);
        if (node == null) {
            return columns;
        }
        if (!(node instanceof ListNode list)) {
            diagnostics.error(node, "must be a list of columns", node.describe(), "");
            return columns;
        }
        for (Node item : list.items()) {
            Fields column = Fields.of(item, diagnostics);
            if (column != null) {
                columns.add(column);
            }
        }
        return columns;
    }

    private boolean sameLengths(HepTable table, MapNode at) {
        List<Integer> lengths = new ArrayList<>();
        table.independent().forEach(column -> lengths.add(column.cells().size()));
        table.dependent().forEach(column -> lengths.add(column.points().size()));
        if (lengths.stream().distinct().count() > 1) {
            diagnostics.error(at, "all columns must be equally long", lengths.toString(), "");
            return false;
        }
        return true;
    }

    private Independent independent(Fields column) {
        Header header = header(column);
        List<Cell> cells = new ArrayList<>();
        for (Node item : values(column)) {
            Fields fields = Fields.of(item, diagnostics);
            if (fields != null) {
                cells.add(cell(fields));
                finish(fields);
            }
        }
        finish(column);
        return new Independent(header.name, header.units, cells);
    }

    private Cell cell(Fields fields) {
        if (!fields.has("low") && !fields.has("high")) {
            String text = fields.requiredText("value");
            return new Cell(text == null ? "" : text, OptionalDouble.empty(), OptionalDouble.empty());
        }
        Node low = fields.requiredNode("low");
        Node high = fields.requiredNode("high");
        String value = fields.text("value");
        return new Cell(value == null ? "" : value, end(low), end(high));
    }

    /** An end of a bin may be infinite. */
    private OptionalDouble end(@Nullable Node node) {
        if (node instanceof ScalarNode scalar && scalar.text().matches("[-+]?\\.(inf|Inf|INF)")) {
            return OptionalDouble.of(
                    scalar.text().startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        Double number = node == null ? null : Fields.asNumber(node, diagnostics);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    private Dependent dependent(Fields column) {
        Header header = header(column);
        List<Qualifier> qualifiers = new ArrayList<>();
        for (Node item : column.items("qualifiers")) {
            Fields fields = Fields.of(item, diagnostics);
            if (fields != null) {
                String name = fields.requiredText("name");
                String value = fields.requiredText("value");
                String units = fields.text("units");
                finish(fields);
                qualifiers.add(new Qualifier(
                        name == null ? "" : name, value == null ? "" : value, units == null ? "" : units));
            }
        }
        List<Point> points = new ArrayList<>();
        for (Node item : values(column)) {
            Fields fields = Fields.of(item, diagnostics);
            if (fields != null) {
                points.add(new PointReader(diagnostics).read(fields));
            }
        }
        finish(column);
        return new Dependent(
                header.name, header.units, qualifiers, points, column.map().location());
    }

    private record Header(String name, String units) {}

    private Header header(Fields column) {
        Node node = column.requiredNode("header");
        Fields fields = node == null ? null : Fields.of(node, diagnostics);
        if (fields == null) {
            return new Header("", "");
        }
        String name = fields.requiredText("name");
        String units = fields.text("units");
        finish(fields);
        return new Header(name == null ? "" : name, units == null ? "" : units);
    }

    private List<Node> values(Fields column) {
        Node node = column.requiredNode("values");
        if (node == null || node instanceof ListNode) {
            return node == null ? List.of() : ((ListNode) node).items();
        }
        diagnostics.error(node, "must be a list", node.describe(), "");
        return List.of();
    }

    /** The published schema allows no other keys, but a table with them can still be read. */
    static void finish(Fields fields) {
        fields.reportUnknownKeys(Severity.WARNING);
    }
}
