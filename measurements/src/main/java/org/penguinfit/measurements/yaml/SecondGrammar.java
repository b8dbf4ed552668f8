package org.penguinfit.measurements.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/**
 * The grammar in which flavio writes measurements: a list of {@code {arguments: {name}, metadata: {…}, constraints: […]}}, or one
 * such map. It becomes a map from names to entries, each with the keys of its metadata and {@code constraints}, which
 * {@link ResultsReader} reads beside {@code values}.
 */
final class SecondGrammar {
    static final String CONSTRAINTS = "constraints";
    private static final String ARGUMENTS = "arguments";
    private static final String METADATA = "metadata";

    private SecondGrammar() {}

    /** True if a file of this root is written in it. */
    static boolean holds(Node root) {
        Node first = root instanceof ListNode list && !list.items().isEmpty()
                ? list.items().get(0)
                : root;
        return first instanceof MapNode map && map.get(CONSTRAINTS) != null && map.get(ARGUMENTS) != null;
    }

    /** The measurements by name; one with an error is reported and left out. */
    static MapNode entries(Node root, Diagnostics diagnostics) {
        List<Node> items = root instanceof ListNode list ? list.items() : List.of(root);
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Node item : items) {
            Fields fields = Fields.of(item, diagnostics);
            Node arguments = fields == null ? null : fields.requiredNode(ARGUMENTS);
            Fields argument = arguments == null ? null : Fields.of(arguments, diagnostics);
            Node name = argument == null ? null : argument.requiredNode("name");
            if (fields != null && name instanceof ScalarNode scalar) {
                add(scalar, fields, entries, diagnostics);
            } else if (name != null) {
                diagnostics.error(name, "must be a text", name.describe(), "");
            }
        }
        return new MapNode(root.location(), "", entries);
    }

    private static void add(ScalarNode name, Fields fields, Map<String, Entry> entries, Diagnostics diagnostics) {
        Map<String, Entry> inner = new LinkedHashMap<>();
        MapNode metadata = fields.map(METADATA);
        if (metadata != null) {
            inner.putAll(metadata.entries());
        }
        Node constraints = fields.requiredNode(CONSTRAINTS);
        if (constraints != null) {
            inner.put(CONSTRAINTS, new Entry(CONSTRAINTS, constraints.location(), constraints));
        }
        MapNode entry = new MapNode(fields.map().location(), name.text(), inner);
        if (entries.putIfAbsent(name.text(), new Entry(name.text(), name.location(), entry)) != null) {
            diagnostics.error(
                    name, "a measurement's name may stand only once", name.describe(), "rename or remove one");
        }
    }
}
