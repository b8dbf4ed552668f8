package org.penguinfit.measurements.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostic.Severity;
import org.penguinfit.measurements.document.MapNode.Entry;

/**
 * Reads the keys of one map. A getter reports a wrong type or a missing key and returns null (or the default) then, so
 * that reading goes on and finds the next problem; {@link #refuseUnknownKeys()} reports every key nobody asked for, with the
 * nearest known one.
 */
public final class Fields {
    private final MapNode map;
    private final Diagnostics diagnostics;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, Diagnostic> missing = new HashMap<>();

    public Fields(MapNode map, Diagnostics diagnostics) {
        this.map = map;
        this.diagnostics = diagnostics;
    }

    /** Fields of a node that must be a map; null (and a diagnostic) if it is none. */
    public static @Nullable Fields of(Node node, Diagnostics diagnostics) {
        if (node instanceof MapNode map) {
            return new Fields(map, diagnostics);
        }
        diagnostics.error(node, "must be a map of keys", node.describe(), "");
        return null;
    }

    /** The map itself. */
    public MapNode map() {
        return map;
    }

    /** True if the key stands in the map. */
    public boolean has(String key) {
        known.add(key);
        return map.entries().containsKey(key);
    }

    /** The value of a key, or null. */
    public @Nullable Node node(String key) {
        known.add(key);
        return map.get(key);
    }

    /** The value of a key that must be there. */
    public @Nullable Node requiredNode(String key) {
        Node value = node(key);
        if (value == null) {
            Diagnostic diagnostic = new Diagnostic(
                    Severity.ERROR,
                    map.location(),
                    map.path(),
                    "key '" + key + "' is missing",
                    "",
                    "add '" + key + ": …'");
            diagnostics.add(diagnostic);
            missing.put(key, diagnostic);
        }
        return value;
    }

    /** Text (a number or a boolean counts as the text it is written with), or null if absent or of a wrong type. */
    public @Nullable String text(String key) {
        Node value = node(key);
        return value == null ? null : asText(value, diagnostics);
    }

    public @Nullable String requiredText(String key) {
        Node value = requiredNode(key);
        return value == null ? null : asText(value, diagnostics);
    }

    /** A finite number, or null if absent or no number. */
    public @Nullable Double number(String key) {
        Node value = node(key);
        return value == null ? null : asNumber(value, diagnostics);
    }

    public @Nullable Double requiredNumber(String key) {
        Node value = requiredNode(key);
        return value == null ? null : asNumber(value, diagnostics);
    }

    /** A number that must be there and must be > 0, or null. */
    public @Nullable Double requiredPositive(String key) {
        return requiredNode(key) == null ? null : positive(key);
    }

    /** A number that must be > 0, or null. */
    public @Nullable Double positive(String key) {
        Double number = number(key);
        if (number != null && !(number > 0)) {
            Node value = map.get(key);
            if (value != null) {
                diagnostics.error(value, "must be > 0", value.describe(), "");
            }
            return null;
        }
        return number;
    }

    public boolean flag(String key, boolean absent) {
        Node value = node(key);
        if (value == null) {
            return absent;
        }
        if (value instanceof ScalarNode s && s.kind() == ScalarNode.Kind.BOOLEAN) {
            return s.text().equalsIgnoreCase("true");
        }
        diagnostics.error(value, "must be true or false", value.describe(), "");
        return absent;
    }

    /** A map, or null if absent or something else. */
    public @Nullable MapNode map(String key) {
        Node value = node(key);
        if (value == null || value instanceof MapNode) {
            return (MapNode) value;
        }
        diagnostics.error(value, "must be a map of keys", value.describe(), "");
        return null;
    }

    /** The items of a list; a single value counts as a list of one; empty if absent. */
    public List<Node> items(String key) {
        Node value = node(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof ListNode list ? list.items() : List.of(value);
    }

    /** A list of texts, or one text; empty if absent. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            String text = asText(item, diagnostics);
            if (text != null) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    /** A list of numbers, or one number; empty if absent. */
    public List<Double> numbers(String key) {
        List<Double> numbers = new ArrayList<>();
        for (Node item : items(key)) {
            Double number = asNumber(item, diagnostics);
            if (number != null) {
                numbers.add(number);
            }
        }
        return List.copyOf(numbers);
    }

    /** Names keys that are allowed but read elsewhere. */
    public void alsoKnown(String... keys) {
        known.addAll(List.of(keys));
    }

    /** Reports every key that no getter asked for as an error. Call last. */
    public void refuseUnknownKeys() {
        reportUnknownKeys(Severity.ERROR);
    }

    /** Reports every key that no getter asked for: a warning in files of a foreign format that ignores such keys. Call last. */
    public void reportUnknownKeys(Severity severity) {
        for (Entry entry : map.entries().values()) {
            if (!known.contains(entry.key())) {
                String path = map.path().isEmpty() ? entry.key() : map.path() + "." + entry.key();
                Diagnostic misspelt = missing.get(DidYouMean.nearest(entry.key(), known));
                if (misspelt != null && severity == Severity.ERROR) {
                    diagnostics.withdraw(misspelt); // the key is there under a wrong name
                }
                diagnostics.report(
                        severity,
                        entry.keyLocation(),
                        path,
                        "unknown key '" + entry.key() + "'",
                        "",
                        isCutText(entry)
                                ? "a text with a comma inside { } needs quotes"
                                : DidYouMean.suggestOrList(entry.key(), known));
            }
        }
    }

    /** A text such as {@code {meaning: this, that}} ends at its comma, and what follows becomes a key without a value. */
    private static boolean isCutText(Entry entry) {
        return entry.key().contains(" ")
                && entry.value() instanceof ScalarNode nothing
                && nothing.text().isEmpty();
    }

    /** Text of a scalar; reports anything else. */
    public static @Nullable String asText(Node node, Diagnostics diagnostics) {
        if (node instanceof ScalarNode s && s.kind() != ScalarNode.Kind.NULL) {
            return s.text();
        }
        diagnostics.error(node, "must be a text", node.describe(), "");
        return null;
    }

    /** Number of a scalar, 0 or of sensible {@link Magnitude}; reports anything else. */
    public static @Nullable Double asNumber(Node node, Diagnostics diagnostics) {
        if (node instanceof ScalarNode s && s.isNumber()) {
            double number = s.number();
            if (Magnitude.isSensible(number)) {
                return number;
            }
            diagnostics.error(node, Magnitude.RULE, node.describe(), "");
            return null;
        }
        diagnostics.error(node, "must be a number", node.describe(), "write it like 1.8e-5");
        return null;
    }
}
