package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.TabulatedValue;
import org.penguinfit.measurements.Tabulation;
import org.penguinfit.measurements.Tabulation.Quantity;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.Node;

/** Reads tables of a likelihood or of p-values: {@code points} with two columns, or three with CL_b. */
final class TableReader {
    private static final List<String> QUANTITIES =
            List.of("pdf", "dlnl", "m2dlnl", "chi2", "one-minus-cl", "clsb", "cls");

    private final Reading reading;

    TableReader(Reading reading) {
        this.reading = reading;
    }

    /** {@code {type: table, points, quantity, …}}. */
    @Nullable
    TabulatedValue block(Fields fields) {
        Double central = fields.number("central");
        Tabulation table = read(fields);
        return table == null ? null : new TabulatedValue(table, optional(central));
    }

    /** {@code table: {points, quantity, …}} of a limit. */
    @Nullable
    Tabulation nested(Node node) {
        Fields fields = Fields.of(node, reading.diagnostics());
        if (fields == null) {
            return null;
        }
        Tabulation table = read(fields);
        reading.finish(fields);
        return table;
    }

    /** flavio's {@code numerical}. */
    @Nullable
    TabulatedValue numerical(Fields fields) {
        int before = reading.diagnostics().errorCount();
        Node at = fields.requiredNode("x");
        fields.requiredNode("y");
        List<Double> x = fields.numbers("x");
        List<Double> y = fields.numbers("y");
        Double central = fields.number("central_value");
        if (at == null || reading.diagnostics().errorCount() > before || !check(at, x, y, Quantity.PDF)) {
            return null;
        }
        if (central != null && !(central >= x.get(0) && central <= x.get(x.size() - 1))) {
            reading.error(fields.map(), "the central value must lie within the table", central.toString(), "");
            return null;
        }
        return new TabulatedValue(Tabulation.density(x, y), optional(central));
    }

    private @Nullable Tabulation read(Fields fields) {
        int before = reading.diagnostics().errorCount();
        Node points = fields.requiredNode("points");
        String word = reading.choice(fields, "quantity", "", QUANTITIES, List.of());
        String drawn = reading.choice(fields, "interpolation", "cubic", List.of("cubic", "linear"), List.of());
        String outside = reading.choice(
                fields, "outside", "extrapolate-quadratic", List.of("extrapolate-quadratic", "exclude"), List.of());
        Double clb = fields.positive("assume-clb");
        List<List<Double>> columns = points == null ? List.of() : columns(points);
        if (points == null
                || word == null
                || drawn == null
                || outside == null
                || reading.diagnostics().errorCount() > before) {
            return null;
        }
        Quantity quantity = quantity(word);
        if (!check(points, columns.get(0), columns.get(1), quantity) || !clbGiven(points, quantity, columns, clb)) {
            return null;
        }
        return new Tabulation(
                columns.get(0),
                columns.get(1),
                quantity,
                drawn.equals("linear"),
                outside.equals("exclude"),
                optional(clb),
                columns.get(2));
    }

    private boolean clbGiven(Node points, Quantity quantity, List<List<Double>> columns, @Nullable Double clb) {
        if (quantity == Quantity.CLS && columns.get(2).isEmpty() && clb == null) {
            reading.error(
                    points,
                    "CLs alone is no likelihood",
                    "no CLb",
                    "add CLb as a third column, or take it as 'assume-clb: 0.5'");
            return false;
        }
        return true;
    }

    private static Quantity quantity(String word) {
        for (Quantity quantity : Quantity.values()) {
            if (quantity.key().equals(word)) {
                return quantity;
            }
        }
        throw new IllegalStateException("no quantity " + word);
    }

    /** Three columns; the third is empty if the rows have two numbers. */
    private List<List<Double>> columns(Node points) {
        List<List<Double>> columns = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Node> rows = points instanceof ListNode list ? list.items() : List.of();
        int width = 0;
        for (Node row : rows) {
            List<Node> cells = row instanceof ListNode list ? list.items() : List.of();
            width = width == 0 ? cells.size() : width;
            if (cells.size() != width || width < 2 || width > 3) {
                reading.error(row, "each point must have two numbers, or all three with CLb", row.describe(), "");
                return columns;
            }
            for (int k = 0; k < width; k++) {
                Double number = Fields.asNumber(cells.get(k), reading.diagnostics());
                columns.get(k).add(number == null ? 0 : number);
            }
        }
        if (rows.isEmpty()) {
            reading.error(points, "must be a list of points [x, y]", points.describe(), "");
        }
        return columns;
    }

    private boolean check(Node at, List<Double> x, List<Double> y, Quantity quantity) {
        String rule = "";
        if (x.size() < 2 || y.size() != x.size()) {
            rule = "a table needs at least two points, with one number each";
        }
        boolean probability =
                quantity == Quantity.CLS || quantity == Quantity.CLSB || quantity == Quantity.ONE_MINUS_CL;
        for (int i = 0; rule.isEmpty() && i < x.size(); i++) {
            if (i > 0 && !(x.get(i) > x.get(i - 1))) {
                rule = "the values of a table must ascend";
            } else if (probability && !(y.get(i) > 0 && y.get(i) <= 1)) {
                rule = "a p-value must lie above 0 and at most at 1";
            } else if (quantity == Quantity.PDF && y.get(i) < 0) {
                rule = "a density must be >= 0";
            }
        }
        if (quantity == Quantity.PDF && y.stream().noneMatch(p -> p > 0)) {
            rule = "a density must be > 0 somewhere";
        }
        if (!rule.isEmpty()) {
            reading.error(at, rule, at.describe(), "");
        }
        return rule.isEmpty();
    }

    private static OptionalDouble optional(@Nullable Double number) {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
