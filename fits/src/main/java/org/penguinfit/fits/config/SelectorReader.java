package org.penguinfit.fits.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.selection.Selector;
import org.penguinfit.measurements.selection.Selector.Property;

/** Reads lists of selectors: names, globs, maps such as {@code {observable: …, experiment: …}}. */
final class SelectorReader {
    private static final List<Property> KEYS =
            List.of(Property.OBSERVABLE, Property.PROCESS, Property.EXPERIMENT, Property.TAG);

    private SelectorReader() {}

    static List<Selector> read(List<Node> items, Diagnostics diagnostics) {
        List<Selector> selectors = new ArrayList<>();
        for (Node item : items) {
            if (item instanceof MapNode map) {
                readMap(map, selectors, diagnostics);
            } else {
                String text = Fields.asText(item, diagnostics);
                if (text != null) {
                    selectors.add(Selector.name(text, item.location(), item.path()));
                }
            }
        }
        return List.copyOf(selectors);
    }

    private static void readMap(MapNode map, List<Selector> selectors, Diagnostics diagnostics) {
        int before = diagnostics.errorCount();
        Fields keys = new Fields(map, diagnostics);
        Map<Property, String> criteria = new EnumMap<>(Property.class);
        @Nullable Node first = null;
        for (Property property : KEYS) {
            Node node = keys.node(property.word());
            String text = node == null ? null : Fields.asText(node, diagnostics);
            if (node != null && text != null) {
                criteria.put(property, text);
                first = first == null ? node : first;
            }
        }
        keys.refuseUnknownKeys();
        if (first != null) {
            boolean one = criteria.size() == 1;
            selectors.add(
                    new Selector(criteria, one ? first.location() : map.location(), one ? first.path() : map.path()));
        } else if (diagnostics.errorCount() == before) {
            diagnostics.error(
                    map,
                    "a selector needs a key",
                    map.describe(),
                    "write {observable: …}, {process: …}, {experiment: …} or {tag: …}");
        }
    }
}
