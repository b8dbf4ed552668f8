package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Quotation;
import org.penguinfit.measurements.RatioToSm;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/** Reads the items of {@code values}: a map of observables, or a list of {@code {name, arguments…, value}}. */
final class ItemReader {
    /**
     * One item.
     *
     * @param at where it stands
     * @param result its result, or null if it has an error
     */
    record Item(Node at, @Nullable PublishedResult result) {}

    private final Reading reading;

    ItemReader(Reading reading) {
        this.reading = reading;
    }

    List<Item> items(Node values) {
        List<Item> items = new ArrayList<>();
        if (values instanceof MapNode map) {
            for (MapNode.Entry entry : map.entries().values()) {
                items.add(new Item(entry.value(), named(entry)));
            }
        } else if (values instanceof ListNode list) {
            for (Node item : list.items()) {
                Fields fields = Fields.of(item, reading.diagnostics());
                items.add(new Item(item, fields == null ? null : listed(fields)));
            }
        } else {
            reading.error(values, "must be a map or a list of values", values.describe(), "");
            return items;
        }
        if (items.isEmpty()) {
            reading.error(values, "needs at least one value", values.describe(), "");
        }
        return items;
    }

    private @Nullable PublishedResult named(MapNode.Entry entry) {
        if (entry.key().isBlank()) {
            reading.error(entry.value(), "an observable needs a name", "''", "");
            return null;
        }
        ObservableId observable = ObservableId.of(entry.key());
        boolean isItem = entry.value() instanceof MapNode map
                && !map.entries().containsKey("distribution")
                && (map.entries().containsKey("value") || map.entries().containsKey("likelihood"));
        if (isItem) {
            Fields fields = new Fields((MapNode) entry.value(), reading.diagnostics());
            PublishedResult result = result(observable, fields);
            reading.finish(fields);
            return result;
        }
        PublishedValue value = new ValueReader(reading).value(entry.value());
        return value == null
                ? null
                : new SingleResult(observable, value, quotation(entry.value(), "", 1), Optional.empty());
    }

    private @Nullable PublishedResult listed(Fields fields) {
        if (JointReader.isBlock(fields)) {
            PublishedResult block = new JointReader(reading).block(fields);
            reading.finish(fields);
            return block;
        }
        ObservableId observable = new ObservableReader(reading).observable(fields, ObservableReader.ITEM_KEYS);
        PublishedResult result = result(observable, fields);
        reading.finish(fields);
        return result;
    }

    /** Reads value or likelihood also if the observable is broken, to find every problem at once. */
    private @Nullable PublishedResult result(@Nullable ObservableId observable, Fields fields) {
        int before = reading.diagnostics().errorCount();
        String unit = fields.text("unit");
        Double scale = reading.scale(fields);
        RatioToSm ratio = new RatioReader(reading).ratio(fields);
        Node source = source(fields);
        PublishedValue value = source == null ? null : new ValueReader(reading).valueOrLikelihood(fields, source);
        if (observable == null
                || value == null
                || source == null
                || reading.diagnostics().errorCount() > before) {
            return null;
        }
        double factor = scale == null ? 1 : scale;
        Quotation quotation = quotation(source, unit == null ? "" : unit, factor);
        return new SingleResult(
                observable, factor == 1 ? value : value.scaled(factor), quotation, Optional.ofNullable(ratio));
    }

    private @Nullable Node source(Fields fields) {
        Node value = fields.node("value");
        Node likelihood = fields.node("likelihood");
        if (value != null && likelihood != null) {
            reading.error(likelihood, "'value' and 'likelihood' exclude each other", "both", "remove one of them");
        }
        if (value == null && likelihood == null) {
            reading.error(
                    fields.map(), "key 'value' is missing", "", "add 'value: 2.3 ± 0.5 e-5' or 'likelihood: {…}'");
        }
        return likelihood != null ? likelihood : value;
    }

    private static Quotation quotation(Node source, String unit, double scale) {
        return new Quotation(NodeText.of(source), unit, scale, source.location());
    }
}
