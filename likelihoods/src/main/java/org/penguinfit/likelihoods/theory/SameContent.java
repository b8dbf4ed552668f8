package org.penguinfit.likelihoods.theory;

import java.util.Iterator;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/** Compares what two nodes say, wherever they stand. */
final class SameContent {
    private SameContent() {}

    static boolean of(Node a, Node b) {
        if (a instanceof ScalarNode x && b instanceof ScalarNode y) {
            return x.text().strip().equals(y.text().strip());
        }
        if (a instanceof MapNode x && b instanceof MapNode y) {
            return ofMaps(x, y);
        }
        if (a instanceof ListNode x
                && b instanceof ListNode y
                && x.items().size() == y.items().size()) {
            Iterator<Node> other = y.items().iterator();
            for (Node item : x.items()) {
                if (!of(item, other.next())) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }

    private static boolean ofMaps(MapNode x, MapNode y) {
        if (!x.entries().keySet().equals(y.entries().keySet())) {
            return false;
        }
        for (MapNode.Entry entry : x.entries().values()) {
            Node other = y.get(entry.key());
            if (other == null || !of(entry.value(), other)) {
                return false;
            }
        }
        return true;
    }
}
