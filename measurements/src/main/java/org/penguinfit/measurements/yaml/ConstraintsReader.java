package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Quotation;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.yaml.ItemReader.Item;

/** Reads {@code constraints} of flavio's second grammar: {@code {observables: […], values: {…}}}, or {@code {observable: value}}. */
final class ConstraintsReader {
    private final Reading reading;

    ConstraintsReader(Reading reading) {
        this.reading = reading;
    }

    List<Item> items(Node constraints) {
        List<Item> items = new ArrayList<>();
        if (!(constraints instanceof ListNode list) || list.items().isEmpty()) {
            reading.error(constraints, "must be a list of constraints", constraints.describe(), "");
            return items;
        }
        for (Node item : list.items()) {
            Fields fields = Fields.of(item, reading.diagnostics());
            if (fields != null) {
                items.add(new Item(item, fields.has("observables") ? joint(fields) : single(fields.map())));
            }
        }
        return items;
    }

    private @Nullable PublishedResult joint(Fields fields) {
        Node observables = fields.node("observables");
        Node values = fields.requiredNode("values");
        reading.finish(fields);
        return observables == null || values == null ? null : new JointReader(reading).read(observables, values);
    }

    private @Nullable PublishedResult single(MapNode map) {
        if (map.entries().size() != 1) {
            reading.error(map, "key 'observables' is missing", map.describe(), "add 'observables: […]'");
            return null;
        }
        MapNode.Entry entry = map.entries().values().iterator().next();
        PublishedValue value = new ValueReader(reading).value(entry.value());
        return value == null || entry.key().isBlank()
                ? null
                : new SingleResult(
                        ObservableId.of(entry.key()),
                        value,
                        new Quotation(
                                NodeText.of(entry.value()), "", 1, entry.value().location()),
                        Optional.empty());
    }
}
