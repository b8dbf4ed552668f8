package org.penguinfit.fits.config;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/** Where the names of a config stand in its file, for problems that show only when the theory and the data are known. */
public final class Places {
    /** Of a config that was made on the command line. */
    public static final Places NOWHERE = new Places(List.of());

    /**
     * A place.
     *
     * @param location file, line and column
     * @param path key path
     */
    public record Place(Location location, String path) {}

    private final List<Node> roots;

    private Places(List<Node> roots) {
        this.roots = roots;
    }

    /** The places of a document. */
    public static Places of(MapNode root) {
        return new Places(List.of(root));
    }

    /**
     * Where a name stands in a list of names, or as a key of a map.
     *
     * @param path key path of the list or map
     * @param name the name
     * @param otherwise the place to use if it does not stand there
     */
    public Place of(String path, String name, Place otherwise) {
        List<Node> open = new ArrayList<>(roots);
        while (!open.isEmpty()) {
            Node node = open.remove(open.size() - 1);
            if (node.path().equals(path)) {
                return within(node, name, otherwise);
            }
            if (path.startsWith(node.path())) {
                open.addAll(children(node));
            }
        }
        return otherwise;
    }

    /** True unless something other than a map stands at a top-level key. */
    public boolean mapOrNothing(String key) {
        for (Node root : roots) {
            for (Node child : children(root)) {
                if (child.path().equals(key)) {
                    return child instanceof MapNode;
                }
            }
        }
        return true;
    }

    private static Place within(Node node, String name, Place otherwise) {
        if (node instanceof MapNode map) {
            Entry entry = map.entries().get(name);
            return entry == null
                    ? otherwise
                    : new Place(entry.keyLocation(), entry.value().path());
        }
        List<Node> items = node instanceof ListNode list ? list.items() : List.of(node);
        for (Node item : items) {
            if (item instanceof ScalarNode scalar && scalar.text().equals(name)) {
                return new Place(item.location(), item.path());
            }
        }
        return otherwise;
    }

    private static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        if (node instanceof MapNode map) {
            for (Entry entry : map.entries().values()) {
                children.add(entry.value());
            }
        } else if (node instanceof ListNode list) {
            children.addAll(list.items());
        }
        return children;
    }
}
