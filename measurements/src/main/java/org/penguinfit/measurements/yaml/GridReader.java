package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.Quotation;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.Tabulation.Quantity;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/** Reads tables of several observables on a grid: {@code table2d}, and flavio's {@code multivariate_numerical}. */
final class GridReader {
    private static final List<String> QUANTITIES = List.of("pdf", "dlnl", "m2dlnl", "chi2");

    private final Reading reading;

    GridReader(Reading reading) {
        this.reading = reading;
    }

    /** {@code {type: table2d, observables, axes, values, quantity, interpolation}}. */
    @Nullable
    TabulatedResult block(Fields fields, List<@Nullable ObservableId> observables, Quotation quotation) {
        String word = reading.choice(fields, "quantity", "", QUANTITIES, List.of());
        String drawn = reading.choice(fields, "interpolation", "cubic", List.of("cubic", "linear"), List.of());
        if (word == null || drawn == null) {
            fields.alsoKnown("observables", "axes", "values", "central");
            return null;
        }
        Quantity quantity = Quantity.PDF;
        for (Quantity q : Quantity.values()) {
            quantity = q.key().equals(word) ? q : quantity;
        }
        return read(fields, "axes", "values", "central", observables, quantity, drawn.equals("linear"), quotation);
    }

    /** flavio's distribution. */
    @Nullable
    TabulatedResult distribution(MapNode map, List<@Nullable ObservableId> observables, Quotation quotation) {
        Fields fields = new Fields(map, reading.diagnostics());
        fields.alsoKnown("distribution");
        TabulatedResult result = read(fields, "xi", "y", "central_value", observables, Quantity.PDF, false, quotation);
        reading.finish(fields);
        return result;
    }

    private @Nullable TabulatedResult read(
            Fields fields,
            String axesKey,
            String valuesKey,
            String centralKey,
            List<@Nullable ObservableId> observables,
            Quantity quantity,
            boolean linear,
            Quotation quotation) {
        int before = reading.diagnostics().errorCount();
        fields.alsoKnown("observables");
        Node axesAt = fields.requiredNode(axesKey);
        Node valuesAt = fields.requiredNode(valuesKey);
        List<Double> central = fields.numbers(centralKey);
        List<Integer> shape = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        if (axesAt == null || valuesAt == null) {
            return null;
        }
        flatten(valuesAt, 0, observables.size(), shape, values);
        List<List<Double>> axes = axes(axesAt, shape, quotation.scale());
        int n = observables.size();
        if (reading.diagnostics().errorCount() == before && (axes.size() != n || shape.size() != n)) {
            reading.error(axesAt, "needs one axis per observable", axes.size() + " axes, " + n + " observables", "");
        }
        if (quantity == Quantity.PDF && values.stream().anyMatch(v -> v < 0)) {
            reading.error(valuesAt, "a density must be >= 0", "a negative one", "");
        }
        if (observables.contains(null) || reading.diagnostics().errorCount() > before) {
            return null;
        }
        List<ObservableId> known = new ArrayList<>();
        for (ObservableId observable : observables) {
            if (observable != null && !known.contains(observable)) {
                known.add(observable);
            }
        }
        Optional<List<Double>> stated = central.size() == n
                ? Optional.of(central.stream().map(c -> c * quotation.scale()).toList())
                : Optional.empty();
        return known.size() < n ? null : new TabulatedResult(known, axes, values, quantity, linear, stated, quotation);
    }

    /** The numbers of a nested list, and how many each level has; all lists of a level must be of one length. */
    private void flatten(Node node, int level, int depth, List<Integer> shape, List<Double> values) {
        if (level == depth) {
            Double number = Fields.asNumber(node, reading.diagnostics());
            values.add(number == null ? 0 : number);
            return;
        }
        if (!(node instanceof ListNode list) || list.items().size() < 2) {
            reading.error(node, "must be a list nested as deep as there are observables", node.describe(), "");
            return;
        }
        if (shape.size() == level) {
            shape.add(list.items().size());
        } else if (shape.get(level) != list.items().size()) {
            reading.error(node, "all rows must be of one length", node.describe(), "");
            return;
        }
        int before = reading.diagnostics().errorCount();
        for (Node item : list.items()) {
            if (reading.diagnostics().errorCount() == before) {
                flatten(item, level + 1, depth, shape, values);
            }
        }
    }

    /** Two numbers are the ends of an even axis of as many points as the values have. */
    private List<List<Double>> axes(Node node, List<Integer> shape, double scale) {
        List<List<Double>> axes = new ArrayList<>();
        List<Node> lists = node instanceof ListNode list ? list.items() : List.of();
        for (int k = 0; k < lists.size() && k < shape.size(); k++) {
            List<Double> axis = new ArrayList<>();
            List<Node> items = lists.get(k) instanceof ListNode list ? list.items() : List.of();
            for (Node item : items) {
                Double number = Fields.asNumber(item, reading.diagnostics());
                axis.add(number == null ? 0 : number * scale);
            }
            int n = shape.get(k);
            boolean ends = axis.size() == 2 && n > 2;
            List<Double> full = ends ? even(axis.get(0), axis.get(1), n) : axis;
            boolean ascends = full.size() == n;
            for (int i = 1; i < full.size(); i++) {
                ascends &= full.get(i) > full.get(i - 1);
            }
            if (!ascends) {
                reading.error(
                        lists.get(k),
                        "an axis must have " + n + " ascending numbers, or its two ends",
                        lists.get(k).describe(),
                        "");
            }
            axes.add(full);
        }
        return axes;
    }

    private static List<Double> even(double low, double high, int n) {
        List<Double> axis = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            axis.add(i == n - 1 ? high : low + i * (high - low) / (n - 1));
        }
        return axis;
    }
}
