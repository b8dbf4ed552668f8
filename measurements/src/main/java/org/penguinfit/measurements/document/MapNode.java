package org.penguinfit.measurements.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map with its entries in file order.
 *
 * @param entries key → entry; keys are unique (a repeated key is reported while reading)
 */
public record MapNode(Location location, KeyPath place, Map<String, Entry> entries) implements Node {
    /**
     * A key and its value.
     *
     * @param key the key's text
     * @param keyLocation where the key starts
     */
    public record Entry(String key, Location keyLocation, Node value) {}

    public MapNode {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** A map at a path that is written out already. */
    public MapNode(Location location, String path, Map<String, Entry> entries) {
        this(location, KeyPath.of(path), entries);
    }

    /** The value at a key, or null. */
    public @Nullable Node get(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    @Override
    public String describe() {
        return entries.isEmpty() ? "an empty map" : "a map";
    }
}
