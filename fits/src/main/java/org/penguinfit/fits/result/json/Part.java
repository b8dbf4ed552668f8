package org.penguinfit.fits.result.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/**
 * One map of a results.json. A getter reports what is missing or of a wrong kind and gives something harmless then, so that
 * all problems are found at once.
 */
final class Part {
    private final MapNode map;
    private final Fields fields;
    private final InfinitePlaces infinite;
    private final Diagnostics diagnostics;

    Part(MapNode map, InfinitePlaces infinite, Diagnostics diagnostics) {
        this.map = map;
        this.fields = new Fields(map, diagnostics);
        this.infinite = infinite;
        this.diagnostics = diagnostics;
    }

    MapNode map() {
        return map;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    /** The same part of another map. */
    Part of(MapNode other) {
        return new Part(other, infinite, diagnostics);
    }

    /** The same, its problems kept to itself. */
    Part silent() {
        return new Part(map, infinite, new Diagnostics());
    }

    boolean has(String key) {
        return fields.has(key) && !isNull(map.get(key));
    }

    @Nullable
    Node node(String key) {
        return fields.requiredNode(key);
    }

    void refuseUnknownKeys() {
        fields.refuseUnknownKeys();
    }

    void alsoKnown(String key) {
        fields.alsoKnown(key);
    }

    static boolean isNull(@Nullable Node node) {
        return node instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NULL;
    }

    /** A text that must be there; empty for null. */
    String text(String key) {
        return text(fields.requiredNode(key));
    }

    String text(@Nullable Node node) {
        String text = node == null || isNull(node) ? null : Fields.asText(node, diagnostics);
        return text == null ? "" : text;
    }

    boolean flag(String key) {
        fields.requiredNode(key);
        return fields.flag(key, false);
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : list(fields.requiredNode(key))) {
            String text = Fields.asText(item, diagnostics);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** A number that must be there; null is NaN, or infinite where the file says so. */
    double number(String key) {
        return number(fields.requiredNode(key));
    }

    double number(@Nullable Node node) {
        if (node instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NUMBER && scalar.isNumber()) {
            return scalar.number();
        }
        if (node != null && !isNull(node)) {
            diagnostics.error(node, "must be a number or null", node.describe(), "");
        }
        return node == null ? Double.NaN : infinite.of(node);
    }

    long whole(String key) {
        Node node = fields.requiredNode(key);
        try {
            return node instanceof ScalarNode scalar ? Long.parseLong(scalar.text()) : notWhole(node);
        } catch (NumberFormatException e) {
            return notWhole(node);
        }
    }

    private long notWhole(@Nullable Node node) {
        if (node != null) {
            diagnostics.error(node, "must be a whole number", node.describe(), "");
        }
        return 0;
    }

    Map<String, Double> numbers(String key) {
        return values(key, this::number);
    }

    /** A map that must be there, each value read. */
    <T> Map<String, T> values(String key, Function<Node, T> read) {
        Map<String, T> values = new LinkedHashMap<>();
        Node node = fields.requiredNode(key);
        if (node instanceof MapNode inner) {
            inner.entries().values().forEach(entry -> values.put(entry.key(), read.apply(entry.value())));
        } else if (node != null) {
            diagnostics.error(node, "must be a map of keys", node.describe(), "");
        }
        return values;
    }

    /** A list of maps that must be there, each one read. */
    <T> List<T> parts(String key, Function<Part, T> read) {
        List<T> parts = new ArrayList<>();
        for (Node item : list(fields.requiredNode(key))) {
            Part part = part(item);
            if (part != null) {
                parts.add(read.apply(part));
            }
        }
        return parts;
    }

    /** A map that must be there; null, and a diagnostic, if it is none. */
    @Nullable
    Part part(String key) {
        Node node = fields.requiredNode(key);
        return node == null ? null : part(node);
    }

    @Nullable
    Part part(Node node) {
        if (node instanceof MapNode inner) {
            return of(inner);
        }
        diagnostics.error(node, "must be a map of keys", node.describe(), "");
        return null;
    }

    List<Node> list(@Nullable Node node) {
        if (node instanceof ListNode list) {
            return list.items();
        }
        if (node != null) {
            diagnostics.error(node, "must be a list", node.describe(), "");
        }
        return List.of();
    }

    /** One of some words. */
    <T> @Nullable T word(String key, List<T> values, Function<T, String> name) {
        Node node = fields.requiredNode(key);
        for (T value : values) {
            if (node instanceof ScalarNode scalar && name.apply(value).equals(scalar.text())) {
                return value;
            }
        }
        if (node != null) {
            String words = String.join(", ", values.stream().map(name).toList());
            diagnostics.error(node, "must be one of " + words, node.describe(), "");
        }
        return null;
    }
}
