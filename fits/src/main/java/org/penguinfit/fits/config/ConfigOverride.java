package org.penguinfit.fits.config;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/**
 * The command-line option {@code --set PATH=VALUE}: one value of a config replaced or added before it is read. PATH has the
 * keys joined by dots ({@code parameters.CL_bsnutaunutau.range}, {@code tasks.combined.levels[0]}); a key that holds a dot
 * stands in double quotes. VALUE is YAML.
 */
public final class ConfigOverride {
    private final Diagnostics diagnostics;
    private final Location location;
    private final String option;

    private ConfigOverride(String option, Diagnostics diagnostics) {
        this.option = option;
        this.location = Location.wholeFile("--set " + option);
        this.diagnostics = diagnostics;
    }

    /** The document with all options applied, in order. */
    public static LocatedDocument apply(List<String> options, LocatedDocument document, Diagnostics diagnostics) {
        MapNode root = document.root();
        for (String option : options) {
            root = new ConfigOverride(option, diagnostics).applyTo(root);
        }
        return new LocatedDocument(document.file(), document.sha256(), root);
    }

    private MapNode applyTo(MapNode root) {
        int equals = endOfPath();
        if (equals < 0) {
            diagnostics.error(location, "", "must be PATH=VALUE", "no '='", "write it like --set seed=7");
            return root;
        }
        List<String> path = steps(option.substring(0, equals));
        LocatedDocument value = LocatedDocument.parse(
                ("value: " + option.substring(equals + 1)).getBytes(StandardCharsets.UTF_8),
                location.file(),
                diagnostics);
        Node newValue = value == null ? null : value.root().get("value");
        if (path.isEmpty() || newValue == null) {
            return root;
        }
        return (MapNode) put(root, path, 0, newValue);
    }

    private int endOfPath() {
        boolean quoted = false;
        for (int i = 0; i < option.length(); i++) {
            char c = option.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '=' && !quoted && i > 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        StringBuilder step = new StringBuilder();
        boolean quoted = false;
        for (char c : (path + ".").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted || ".[]".indexOf(c) < 0) {
                step.append(c);
            } else if (c != ']') {
                steps.add(step.toString().strip());
                step.setLength(0);
            }
        }
        return steps;
    }

    private Node put(Node parent, List<String> path, int depth, Node value) {
        String step = path.get(depth);
        boolean last = depth == path.size() - 1;
        if (parent instanceof MapNode map) {
            Map<String, Entry> entries = new LinkedHashMap<>(map.entries());
            Entry old = entries.get(step);
            if (old == null && !last) {
                diagnostics.error(
                        location,
                        "",
                        "no key '" + String.join(".", path.subList(0, depth + 1)) + "' in the config",
                        "",
                        DidYouMean.suggestOrList(step, map.entries().keySet()));
                return parent;
            }
            String childPath = map.path().isEmpty() ? step : map.path() + "." + step;
            Node child = old == null || last ? moved(value, childPath) : put(old.value(), path, depth + 1, value);
            entries.put(step, new Entry(step, old == null ? location : old.keyLocation(), child));
            return new MapNode(map.location(), map.path(), entries);
        }
        if (parent instanceof ListNode list) {
            Integer index = index(step, list.items().size());
            if (index != null) {
                List<Node> items = new ArrayList<>(list.items());
                String childPath = list.path() + "[" + index + "]";
                items.set(index, last ? moved(value, childPath) : put(items.get(index), path, depth + 1, value));
                return new ListNode(list.location(), list.path(), items);
            }
        }
        diagnostics.error(
                location,
                "",
                "no place '" + String.join(".", path.subList(0, depth + 1)) + "' in the config",
                parent.describe() + " above it",
                "");
        return parent;
    }

    private static @Nullable Integer index(String step, int size) {
        try {
            int index = Integer.parseInt(step);
            return index >= 0 && index < size ? index : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The same value under another key path, located at the option. */
    private Node moved(Node node, String path) {
        if (node instanceof MapNode map) {
            Map<String, Entry> entries = new LinkedHashMap<>();
            for (Entry e : map.entries().values()) {
                entries.put(e.key(), new Entry(e.key(), location, moved(e.value(), path + "." + e.key())));
            }
            return new MapNode(location, path, entries);
        }
        if (node instanceof ListNode list) {
            List<Node> items = new ArrayList<>();
            for (Node item : list.items()) {
                items.add(moved(item, path + "[" + items.size() + "]"));
            }
            return new ListNode(location, path, items);
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar.at(location, path);
    }
}
