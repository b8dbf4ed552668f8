package org.penguinfit.measurements.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostic.Severity;
import org.penguinfit.measurements.document.MapNode.Entry;

/**
 * Anchors, aliases, merge keys and tags of one file. They are resolved as YAML has it, and noted, so that a file of ours can be
 * refused for them while a foreign one is read. Not thread-safe.
 */
final class YamlTricks {
    /**
     * What an anchor stands for.
     *
     * @param size how many values that is
     * @param height levels of nesting in it
     */
    record Anchored(Node node, int size, int height) {}

    private static final String CORE = "tag:yaml.org,2002:";

    private final Map<String, Anchored> anchors = new HashMap<>();
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<Diagnostic> refused = new ArrayList<>();

    /** Each trick as the error that it is in a file of ours. */
    List<Diagnostic> found() {
        return List.copyOf(found);
    }

    /** Tags that ask a program to do something, such as {@code !include}: errors in foreign files as well. */
    List<Diagnostic> refusedAnywhere() {
        return List.copyOf(refused);
    }

    /** True for a tag that only says which type of YAML a value has. */
    private static boolean isHarmless(String tag) {
        return tag.startsWith("!" + CORE)
                && List.of("str", "float", "int", "bool", "null", "map", "seq", "python/tuple", "python/unicode")
                        .contains(tag.substring(1 + CORE.length()));
    }

    static boolean isText(String trick) {
        return trick.equals("!" + CORE + "str");
    }

    /** Notes a trick with its sign; an empty text is none. */
    void note(String trick, Location at, KeyPath path) {
        if (trick.isEmpty()) {
            return;
        }
        switch (trick.charAt(0)) {
            case '*' -> add(at, path, "aliases are not allowed", trick, "write the value out");
            case '&' -> add(at, path, "anchors are not allowed", trick, "write the value out");
            default -> {
                Diagnostic tag = add(at, path, "tags are not allowed", trick, "remove the tag");
                if (tag != null && !isHarmless(trick)) {
                    refused.add(tag);
                }
            }
        }
    }

    void noteMerge(Location at, KeyPath path) {
        add(at, path, "merge keys are not allowed", "<<", "write the keys out");
    }

    /** The noted one; null once there are so many that no report takes more. */
    private @Nullable Diagnostic add(Location at, KeyPath path, String rule, String trick, String remedy) {
        if (found.size() >= Diagnostics.MAX_ERRORS) {
            return null;
        }
        Diagnostic diagnostic = new Diagnostic(Severity.ERROR, at, path.toString(), rule, "'" + trick + "'", remedy);
        found.add(diagnostic);
        return diagnostic;
    }

    void anchor(String name, Anchored anchored) {
        anchors.put(name, anchored);
    }

    @Nullable
    Anchored anchored(String name) {
        return anchors.get(name);
    }

    /** Adds the entries of merged maps; keys that stand in the map itself win, then those merged first. */
    static void merge(List<Node> merged, Map<String, Entry> entries, Diagnostics diagnostics) {
        for (Node node : merged) {
            List<Node> maps = node instanceof ListNode list ? list.items() : List.of(node);
            for (Node map : maps) {
                if (map instanceof MapNode m) {
                    m.entries().forEach(entries::putIfAbsent);
                } else {
                    diagnostics.error(map, "only maps can be merged", map.describe(), "");
                }
            }
        }
    }
}
