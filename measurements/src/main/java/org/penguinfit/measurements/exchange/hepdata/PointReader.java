package org.penguinfit.measurements.exchange.hepdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Point;
import org.penguinfit.measurements.exchange.hepdata.HepTable.PointError;

/** Reads one point with its errors: absolute or percent, symmetric or not, with signs of their own. */
final class PointReader {
    private final Diagnostics diagnostics;

    PointReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** {@code {value, errors: [{symerror | asymerror: {plus, minus}, label}]}}. */
    Point read(Fields fields) {
        Location at = fields.map().location();
        String value = fields.requiredText("value");
        List<PointError> errors = new ArrayList<>();
        List<Node> items = fields.items("errors");
        for (Node item : items) {
            Fields error = Fields.of(item, diagnostics);
            PointError read = error == null || value == null ? null : error(error, value.strip());
            if (read != null) {
                errors.add(read);
            }
        }
        boolean allZero = !errors.isEmpty() && errors.stream().allMatch(e -> e.upper() == 0 && e.lower() == 0);
        if (allZero && errors.size() == items.size()) {
            diagnostics.error(fields.map(), "not all errors of a point may be 0", "only zeros", "leave 'errors' out");
        }
        TableReader.finish(fields);
        return new Point(value == null ? "" : value.strip(), errors, at);
    }

    private @Nullable PointError error(Fields error, String value) {
        String written = error.text("label");
        String label = written == null ? "" : written.strip();
        Node symmetric = error.node("symerror");
        MapNode sides = error.map("asymerror");
        TableReader.finish(error);
        if ((symmetric == null) == (sides == null)) {
            diagnostics.error(
                    error.map(), "needs either 'symerror' or 'asymerror'", symmetric == null ? "none" : "both", "");
            return null;
        }
        if (symmetric != null) {
            OptionalDouble size = size(symmetric, value);
            return size.isEmpty() ? null : new PointError(size, OptionalDouble.of(0 - size.getAsDouble()), label);
        }
        Fields fields = new Fields(Objects.requireNonNull(sides), diagnostics);
        Node plus = fields.requiredNode("plus");
        Node minus = fields.requiredNode("minus");
        TableReader.finish(fields);
        return plus == null || minus == null ? null : new PointError(size(plus, value), size(minus, value), label);
    }

    /** A number, {@code 5%} of the value, or an empty text for a side that was not varied. */
    private OptionalDouble size(Node node, String value) {
        String text = node instanceof ScalarNode scalar ? scalar.text().strip() : "?";
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble size = size(text, value);
        if (size.isEmpty()) {
            diagnostics.error(
                    node, "must be a number, or a percentage of the value", node.describe(), "write 0.5 or 5%");
        }
        return size;
    }

    /** The same of texts; empty if it is no such number. */
    static OptionalDouble size(String text, String value) {
        boolean percent = text.endsWith("%");
        OptionalDouble number = number(percent ? text.substring(0, text.length() - 1) : text);
        if (!percent || number.isEmpty()) {
            return number;
        }
        OptionalDouble of = number(value);
        return of.isEmpty() ? of : OptionalDouble.of(Math.abs(of.getAsDouble()) * number.getAsDouble() / 100);
    }

    /** A decimal number. */
    static OptionalDouble number(String text) {
        ScalarNode scalar = ScalarNode.text(Location.wholeFile(""), text.strip());
        if (!scalar.isNumber() || !Double.isFinite(scalar.number())) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(scalar.number());
    }
}
