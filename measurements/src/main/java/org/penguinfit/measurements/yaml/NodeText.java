package org.penguinfit.measurements.yaml;

import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/** A node as one line of text, to quote what a file says. */
final class NodeText {
    private NodeText() {}

    /** An upper limit is quoted as a value string would state it, whatever stands beside it. */
    static String of(Node node) {
        if (node instanceof MapNode map
                && text(map, "type").equals("upper-limit")
                && map.get("limit") != null
                && map.get("cl") != null) {
            return "< " + text(map, "limit") + " @ " + text(map, "cl") + " CL";
        }
        StringBuilder text = new StringBuilder();
        append(node, text);
        return text.toString();
    }

    private static String text(MapNode map, String key) {
        return map.get(key) instanceof ScalarNode scalar ? scalar.text().strip() : "";
    }

    private static void append(Node node, StringBuilder text) {
        if (node instanceof ScalarNode scalar) {
            text.append(scalar.text().strip());
        } else if (node instanceof ListNode list) {
            text.append('[');
            String between = "";
            for (Node item : list.items()) {
                append(item, text.append(between));
                between = ", ";
            }
            text.append(']');
        } else if (node instanceof MapNode map) {
            text.append('{');
            String between = "";
            for (MapNode.Entry entry : map.entries().values()) {
                append(entry.value(), text.append(between).append(entry.key()).append(": "));
                between = ", ";
            }
            text.append('}');
        }
    }
}
